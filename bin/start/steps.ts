/** Says what is being done, then how long it took. The result and the errors of `work` pass through. */
export async function step<Result>(title: string, work: () => Result | Promise<Result>): Promise<Result> {
  const began = performance.now();
  console.log(`· ${title} …`);
  const result = await work();
  console.log(`  done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/** Something that the person at the terminal can mend: the message is all they need to see. */
export class CannotRun extends Error {}

/** Runs a command: a foreseen error ends it with one line and exit code 1, any other one shows where it comes from. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(isForeseen(error) ? error.message : error);
    process.exitCode = 1;
  }
}

const foreseen = new Set(["CannotRun", "WrongSetting", "DataFolderInUse"]);

function isForeseen(error: unknown): error is Error {
  return error instanceof Error && (foreseen.has(error.name) || foreseen.has(error.constructor.name));
}

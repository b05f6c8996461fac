import { createInterface } from "node:readline/promises";
import { CannotRun, command, step } from "#bin/start/steps";
import { closeDatabase, embeddedDataFolder } from "#db/client";
import { resetDatabase } from "#db/prepare";

await command(async () => {
  const target = embeddedDataFolder() ?? new URL(process.env.DATABASE_URL ?? "").host;
  if (
    !process.argv.includes("--yes") &&
    !(await agrees(`Remove everything in ${target}, the history included? [y/N] `))
  )
    throw new CannotRun("Nothing was removed.");
  try {
    await step(`Removing everything in ${target}`, resetDatabase);
  } finally {
    await closeDatabase();
  }
  console.log("The next start begins anew.");
});

async function agrees(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new CannotRun("There is nobody to ask: say --yes to remove everything.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

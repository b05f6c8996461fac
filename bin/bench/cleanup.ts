type End = () => void | Promise<void>;

const ends: End[] = [];
let ending: Promise<void> | undefined;

/** Runs `end` when the bench is over, however it ends; what was begun last ends first. */
export function atEnd(end: End): void {
  ends.push(end);
}

/** Ends everything that was begun. Whoever calls again waits for the same end. */
export function endAll(): Promise<void> {
  ending ??= endInTurn();
  return ending;
}

export const isEnding = () => ending !== undefined;

async function endInTurn(): Promise<void> {
  for (let end = ends.pop(); end; end = ends.pop()) {
    try {
      await end();
    } catch (error) {
      console.error(error);
    }
  }
}

export function endOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      console.error(`\nStopped by ${signal}; removing what was made.`);
      void endAll().then(() => process.exit(130));
    });
  }
}

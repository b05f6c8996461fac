import type { RunningServer } from "#bin/bench/server";
import { megabytes, type Row } from "#bin/bench/table";

/** Watches what the server holds while `work` goes on, and tells the most of it. */
export async function watchMemory<Result>(
  server: RunningServer,
  work: () => Promise<Result>,
): Promise<{ result: Result; row: Row }> {
  let most = server.memory();
  const watch = setInterval(() => {
    most = Math.max(most, server.memory());
  }, 500);
  try {
    const result = await work();
    return { result, row: memoryRow(most) };
  } finally {
    clearInterval(watch);
  }
}

function memoryRow(most: number): Row {
  return {
    what: "memory of the server under load, at most",
    measured: megabytes(most),
    target: "450 MB",
    limit: "",
    ratio: "",
    holds: most <= 450e6,
  };
}

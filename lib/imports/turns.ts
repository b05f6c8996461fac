import "server-only";

const shared = globalThis as typeof globalThis & { watchbillImportTurn?: Promise<unknown> };

/**
 * Runs `work` when the imports before it in this process are over, so that waiting ones hold no connection. Between
 * processes an advisory lock of the database does the same.
 */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = (shared.watchbillImportTurn ?? Promise.resolve()).then(work, work);
  shared.watchbillImportTurn = mine.catch(() => undefined);
  return mine;
}

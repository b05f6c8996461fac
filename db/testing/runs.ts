import { configureGlobal } from "fast-check";

/** True in `npm run test:long`, where loops are long and seeds are new; `npm test` runs a short sample, always the same. */
export const isLongRun = process.env.WATCHBILL_LONG_RUN === "1";

/** `short` in `npm test`, `long` in `npm run test:long`. */
export function sized(short: number, long: number): number {
  return isLongRun ? long : short;
}

configureGlobal(isLongRun ? { numRuns: 5_000 } : { seed: 20_260_105 });

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { sized } from "#db/testing/runs";

const run = promisify(execFile);
const program = "lib/rotations/testing/compare.ts";
const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
const rotations = sized(60, 1_000);

test.for(["America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC"])(
  `the resolver agrees with the oracle on ${rotations} random rotations in a process under TZ=%s`,
  { timeout: sized(60_000, 1_800_000) },
  async (timeZone) => {
    const env = { ...process.env, TZ: timeZone };
    const { stdout } = await run(process.execPath, [...flags, program, `${rotations}`], { env });
    const said = JSON.parse(stdout);
    expect(said.compared).toBe(rotations);
    // What the system calls Asia/Calcutta is Asia/Kolkata.
    expect(sameZone(said.timeZone, timeZone)).toBe(true);
  },
);

function sameZone(one: string, other: string): boolean {
  const zoned = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(one);
  return zoned.equals(zoned.withTimeZone(other));
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { bin } from "#bin/test/part";

type Suite = { specs: { file: string; title: string }[]; suites?: Suite[] };

const start = promisify(execFile);

/** The journeys that Playwright would walk, each by its file and its title. */
async function listed(args: string[], env: Record<string, string>): Promise<string[]> {
  const none = { E2E_DATABASE_SERVER: "", E2E_EVERY_SIZE: "", PORT: "1", CHROMIUM_PATH: "none" };
  const { stdout } = await start(bin("playwright"), ["test", "--list", "--reporter=json", ...args], {
    env: { ...process.env, ...none, ...env },
    maxBuffer: 2 ** 26,
  });
  const journeysOf = ({ specs, suites = [] }: Suite): string[] => [
    ...specs.map(({ file, title }) => `${file}: ${title}`),
    ...suites.flatMap(journeysOf),
  ];
  return (JSON.parse(stdout) as { suites: Suite[] }).suites.flatMap(journeysOf);
}

test("every journey is walked by npm test, on a phone with PostgreSQL or at a desk with PGlite", async () => {
  const onPostgres = { E2E_DATABASE_SERVER: "some" };
  const [phone, desk, ...all] = await Promise.all([
    listed(["--project=phone"], onPostgres),
    listed(["--project=desktop"], {}),
    listed([], { ...onPostgres, E2E_EVERY_SIZE: "1" }),
    listed([], { E2E_EVERY_SIZE: "1" }),
  ]);
  const walked = new Set([...phone, ...desk]);
  expect(walked.size).toBeGreaterThan(0);
  expect(all.flat().filter((journey) => !walked.has(journey))).toEqual([]);
}, 60_000);

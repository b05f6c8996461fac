import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { bin, check } from "#bin/test/part";

type Suite = { specs: { file: string; title: string }[]; suites?: Suite[] };

const start = promisify(execFile);

/** Fails when a journey is walked neither on a phone with PostgreSQL nor at a desk with PGlite, which `npm test` does. */
export const everyJourneyIsEveryday = check(async () => {
  const onPostgres = { E2E_DATABASE_SERVER: "any" };
  const [phone, desk, ...all] = await Promise.all([
    listed(["--project=phone"], onPostgres),
    listed(["--project=desktop"], {}),
    listed([], { ...onPostgres, E2E_EVERY_SIZE: "1" }),
    listed([], { E2E_EVERY_SIZE: "1" }),
  ]);
  const everyday = new Set([...phone, ...desk]);
  const missing = new Set(all.flat()).difference(everyday);
  for (const journey of missing) console.error(`npm test never walks this journey: ${journey}`);
  console.log(`${everyday.size} journeys, ${phone.length} on a phone, ${desk.length} at a desk.`);
  return everyday.size > 0 && missing.size === 0 ? 0 : 1;
});

/** The journeys that Playwright would walk, each by its file and its title. */
async function listed(args: string[], env: Record<string, string>): Promise<string[]> {
  const settings = { E2E_DATABASE_SERVER: "", E2E_EVERY_SIZE: "", PORT: "1", CHROMIUM_PATH: "none", ...env };
  const { stdout } = await start(bin("playwright"), ["test", "--list", "--reporter=json", ...args], {
    env: { ...process.env, ...settings },
    maxBuffer: 2 ** 26,
  });
  return (JSON.parse(stdout) as { suites: Suite[] }).suites.flatMap(journeysOf);
}

const journeysOf = ({ specs, suites = [] }: Suite): string[] => [
  ...specs.map(({ file, title }) => `${file}: ${title}`),
  ...suites.flatMap(journeysOf),
];

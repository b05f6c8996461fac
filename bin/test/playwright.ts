import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isBuilt } from "#bin/start/build";
import { CannotRun } from "#bin/start/steps";
import { findChromium } from "#bin/test/chromium";
import { bin, type Outcome, type Part, reported, run } from "#bin/test/part";
import { createPostgresDatabase } from "#db/testing/databases";
import { freePort, startPostgres } from "#db/testing/postgres-server";

type Kind = "postgres" | "pglite";
type Size = "phone" | "desktop";
type Suite = { specs: { file: string; title: string; tests: { status: string }[] }[]; suites?: Suite[] };
type Report = { stats: { expected: number }; suites: Suite[]; errors: { message?: string }[] };

/**
 * Runs the journeys against the production build, with the demo organisation as `npm start` gives it. Servers that
 * a journey starts for itself stand on the same kind of database. Sizes are those of `playwright.config.ts`; at more
 * than one of them every journey is walked at each.
 */
export function journeys(kind: Kind, sizes: readonly Size[]): Part {
  return async ({ report, filters }) => {
    if (!isBuilt()) throw new CannotRun("There is no build to test.");
    const CHROMIUM_PATH = findChromium();
    const PORT = `${await freePort()}`;
    const projects = sizes.map((size) => `--project=${size}`);
    // Those that were chosen may all belong to the other size, or to the other database.
    const mayRunNone = filters.length > 0;
    const choice = [...projects, ...(mayRunNone ? ["--pass-with-no-tests"] : []), ...filters];
    const database = kind === "postgres" ? await postgres() : pglite();
    try {
      const code = await run(bin("playwright"), ["test", "--reporter=list,json", ...choice], {
        PORT,
        CHROMIUM_PATH,
        HOST: "127.0.0.1",
        AUTH_SECRET: secret(),
        WATCHBILL_BOOTSTRAP_TOKEN: secret(),
        E2E_EVERY_SIZE: sizes.length > 1 ? "1" : "",
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        ...database.env,
      });
      return reported(report, code, read, { mayRunNone });
    } finally {
      await database.remove();
    }
  };
}

async function postgres() {
  const server = await startPostgres();
  const { location, remove } = await createPostgresDatabase(server.url, "template0");
  return {
    env: { DATABASE_URL: location.url, WATCHBILL_DEMO: "1", E2E_DATABASE_SERVER: server.url },
    remove: async () => {
      await remove();
      await server.stop();
    },
  };
}

function pglite() {
  const folder = mkdtempSync(path.join(tmpdir(), "watchbill-data-"));
  return {
    env: { DATABASE_URL: "", WATCHBILL_DATA_DIR: folder },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

const secret = () => randomBytes(32).toString("base64url");

function read(report: unknown): Outcome {
  const { stats, suites, errors } = report as Report;
  const broken = errors.map(({ message = "an error outside of the journeys" }) => message);
  return { passed: stats.expected, failed: [...suites.flatMap(failedIn), ...broken] };
}

/** One that passed when it was walked again has failed all the same, and is told apart. */
function failedIn({ specs, suites = [] }: Suite): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.flatMap(({ status }) => {
      if (status === "unexpected") return [`${file}: ${title}`];
      return status === "flaky" ? [`${file}: ${title} (not the second time)`] : [];
    }),
  );
  return [...own, ...suites.flatMap(failedIn)];
}

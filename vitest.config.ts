import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

// Files marked "server-only" may be loaded only under this condition, by Vite and by Node for packages left outside.
const conditions = ["react-server", "module", "node", "development|production"];
const server = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["react-server"] } },
};
const execArgv = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
const exclude = ["node_modules/**", ".next/**", "e2e/**"];
const setupFiles = ["db/testing/runs.ts"];
// By itself Vitest leaves one processor to a window that watches: on a machine with two, half of it.
const maxWorkers = "100%";
const database = { setupFiles, exclude, execArgv, testTimeout: 30_000, hookTimeout: 60_000 };
const databaseTests = "{app,lib,db,bin}/**/*.db.test.ts";
// Loading the product anew for each file took more time than the tests of most. Whoever replaces modules or settings
// needs its own; everybody else shares a process.
const alone = globSync(databaseTests).filter((file) =>
  /\bvi\.(mock|doMock|stubEnv|stubGlobal|resetModules)\(|\bObject\.assign\(process\.env|process\.env\.\w+ = /.test(
    readFileSync(file, "utf8"),
  ),
);
const postgres = { ...database, globalSetup: ["db/testing/with-postgres.ts"], maxWorkers };

export default defineConfig({
  test: {
    projects: [
      {
        ...server,
        test: {
          name: "unit",
          include: ["{app,lib,db,bin}/**/*.test.ts"],
          exclude: [...exclude, "**/*.db.test.ts"],
          setupFiles,
          execArgv,
          maxWorkers,
          // A busy machine takes several times as long over what random texts do.
          testTimeout: 30_000,
          // Rules compute in named zones only; a zone with summer time shows where one slips through.
          env: { TZ: process.env.TZ ?? "America/New_York" },
        },
      },
      {
        test: { name: "components", include: ["components/**/*.test.{ts,tsx}"], exclude, setupFiles, maxWorkers },
      },
      {
        ...server,
        test: { ...postgres, name: "db", include: [databaseTests], exclude: [...exclude, ...alone], isolate: false },
      },
      {
        ...server,
        test: { ...postgres, name: "db-alone", include: alone },
      },
      {
        ...server,
        test: {
          ...database,
          name: "pglite",
          include: ["{app,lib,db,bin}/**/*.smoke.db.test.ts"],
          globalSetup: ["db/testing/with-pglite.ts"],
          // Each worker carries a whole database.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

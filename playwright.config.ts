import { defineConfig } from "@playwright/test";

// `npm run e2e` chooses the database, the port, the secrets and the browser, and says so in the environment.
const { PORT, CHROMIUM_PATH } = process.env;
if (!PORT || !CHROMIUM_PATH) throw new Error("Start the journeys with npm run e2e.");
const origin = `http://localhost:${PORT}`;

// Journeys without a tag are walked at both sizes in `npm test` too. Those tagged @phone or @desktop are about something
// that one size shows, and are walked at the other one in `npm run test:long` only.
const isEverySize = Boolean(process.env.E2E_EVERY_SIZE);
const only = (size: "phone" | "desktop") =>
  isEverySize ? {} : { grepInvert: size === "phone" ? /@desktop/ : /@phone/ };

const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const quietly = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  // How a screen looks does not depend on the database, so one of the two runs looks at them all. Two servers need a
  // database that both can reach, which is the other run's.
  testIgnore: process.env.E2E_DATABASE_SERVER ? ["**/screens.spec.ts"] : ["**/two-servers.spec.ts"],
  outputDir: "test-results",
  globalSetup: "./e2e/with-template.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A journey that failed is walked again for its trace, which would slow all of them down. It has failed all the same.
  retries: 1,
  failOnFlakyTests: true,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: origin,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: CHROMIUM_PATH, args: [...asRoot, ...quietly] },
  },
  projects: [
    { name: "phone", ...only("phone"), use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: "desktop", ...only("desktop"), use: { viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    command: "node --conditions=react-server --disable-warning=ExperimentalWarning bin/start.ts",
    url: `${origin}/api/health/ready`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});

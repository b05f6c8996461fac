import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { CannotRun } from "#bin/start/steps";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser to test with: CHROMIUM_PATH, Playwright's own, the system's, or one that Debian's packages bring now. */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new CannotRun(`CHROMIUM_PATH names ${given}, which does not exist.`);
  return given ?? present() ?? installed() ?? missing();
}

const present = () => [chromium.executablePath(), ...usualPlaces].find((place) => existsSync(place));

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  console.log("Installing Chromium from Debian's packages …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"]]) {
    const { status } = spawnSync("apt-get", ["--quiet", "--quiet", ...args], { stdio: "inherit", env });
    if (status !== 0) return undefined;
  }
  return present();
}

function missing(): never {
  throw new CannotRun("No Chromium was found: install one, or set CHROMIUM_PATH to where it is.");
}

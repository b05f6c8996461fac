import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "#db/client";
import { raiseAlert } from "#lib/alerts/intake/over-http";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { now, setClock } from "#lib/clock";
import { watchTheNight } from "#lib/jobs/night";

// Takes alerts, pages about them and sends, all at once, and prints the id of each alert that it has confirmed. Its
// clock is ahead by as many seconds as it is told. It goes on until it is killed.
const [, , aheadSeconds = "0"] = process.argv;
const started = now();
setClock(() => started.add({ seconds: Number(aheadSeconds), milliseconds: Math.round(performance.now()) }));
await openDatabase();
watchTheNight((error) => process.stderr.write(`${error}\n`));

const sender = serviceViewer("A program", "intake");

async function raise(): Promise<void> {
  // Each of another unknown service, so that none speaks for another.
  const said = { service: `unknown-${crypto.randomUUID()}`, summary: "It is gone", dedupKey: crypto.randomUUID() };
  const { alert } = await raiseAlert(sender, { ...said, severity: "critical" }, 200);
  writeSync(process.stdout.fd, `${alert}\n`);
}

for (;;) {
  await Promise.all(Array.from({ length: 10 }, raise));
  await pause(5);
}

import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Part } from "#bin/test/part";
import { readAlertmanager } from "#lib/alerts/intake/alertmanager";
import type { Delivery } from "#lib/alerts/intake/delivery";
import { PagerdutyEvent, readPagerduty } from "#lib/alerts/intake/pagerduty";

/** Folders of what monitoring systems really send, named in ALERT_PAYLOADS as PATH names folders. */
export const foreignPayloads = (process.env.ALERT_PAYLOADS ?? "").split(path.delimiter).filter(Boolean);

/** Reads every one of them: each has to make sense as a whole, with a key, a rule and words for a person. */
export const readPayloads: Part = async () => {
  const files = foreignPayloads.flatMap((folder) => globSync(`${folder}/**/*.json`)).toSorted();
  const failed = files.flatMap((file) => complaint(file) ?? []);
  if (files.length === 0) failed.push("There are no payloads.");
  return { passed: files.length - failed.length, failed };
};

function complaint(file: string): string | undefined {
  const body: unknown = JSON.parse(readFileSync(file, "utf8"));
  const deliveries = read(body);
  console.log(
    `${file}: ${deliveries.map(({ status, rule, severity }) => `${status} ${rule} (${severity})`).join(", ")}`,
  );
  if (deliveries.length === 0) return `${file} says nothing.`;
  const odd = deliveries.find(({ rule, summary, dedupKey }) => rule === "Unreadable" || !summary || !dedupKey);
  return odd && `${file} holds something that could not be read: ${JSON.stringify(odd.details)}`;
}

function read(body: unknown): Delivery[] {
  const event = PagerdutyEvent.safeParse(body);
  return event.success ? [readPagerduty(event.data, "00000000-0000-4000-8000-000000000000")] : readAlertmanager(body);
}

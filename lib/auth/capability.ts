import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionSecret } from "#lib/auth/installation";

/** Whom the link of a message was sent to, about which alert. The person may be gone, the alert over. */
export type Capability = { personId: string; alertId: string; until: Temporal.Instant };

const hours = 24;
const bodyLength = 36;
const signatureLength = 32;

/**
 * A signed text that stands for this person at this one alert for 24 hours from `at`: good for reading its briefing,
 * acknowledging, marking steps and paging ops. To be sent to this person only.
 */
export async function capabilityFor(personId: string, alertId: string, at: Temporal.Instant): Promise<string> {
  const body = Buffer.alloc(bodyLength);
  bytesOf(personId).copy(body, 0);
  bytesOf(alertId).copy(body, 16);
  body.writeUInt32BE(Math.floor(at.add({ hours }).epochMilliseconds / 1_000), 32);
  return Buffer.concat([body, await signature(body)]).toString("base64url");
}

/** What such a text stands for, or undefined when it is not one of ours, or no longer good at `at`. */
export async function readCapability(text: string, at: Temporal.Instant): Promise<Capability | undefined> {
  const bytes = Buffer.from(text, "base64url");
  // One text has one spelling: what decodes to the same bytes otherwise was tampered with.
  if (bytes.length !== bodyLength + signatureLength || bytes.toString("base64url") !== text) return undefined;
  const body = bytes.subarray(0, bodyLength);
  if (!timingSafeEqual(bytes.subarray(bodyLength), await signature(body))) return undefined;
  const until = Temporal.Instant.fromEpochMilliseconds(body.readUInt32BE(32) * 1_000);
  if (Temporal.Instant.compare(until, at) <= 0) return undefined;
  return { personId: uuidOf(body.subarray(0, 16)), alertId: uuidOf(body.subarray(16, 32)), until };
}

async function signature(body: Buffer): Promise<Buffer> {
  // Named, so that nothing else that the same secret signs can pass for it.
  return createHmac("sha256", await sessionSecret())
    .update("watchbill.alert-link\0")
    .update(body)
    .digest();
}

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer) => bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

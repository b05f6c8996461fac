import { createHash, randomBytes } from "node:crypto";

/** What a calendar's address is made of: 256 random bits, which are all that whoever reads it has to know. */
export const newCalendarSecret = (): string => randomBytes(32).toString("base64url");

/** What is stored of the secret. It has as many random bits as the hash, so there is nothing to salt or to stretch. */
export const calendarHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const suffix = ".ics";

/** Where the calendar is read, below the server's origin. */
export const calendarPath = (secret: string): string => `/calendars/${secret}${suffix}`;

/** The secret in the last part of an address, or undefined when that is no address of a calendar. */
export function secretOf(part: string): string | undefined {
  return /^[\w-]{43}\.ics$/.test(part) ? part.slice(0, -suffix.length) : undefined;
}

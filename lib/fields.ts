import { z } from "zod";
import { slugPattern } from "#lib/slugs";

/** Schemas of single fields that every noun shares. Their messages are what a person reads beside the field. */

const trimmed = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max.toLocaleString("en")} characters.`)
    .refine(isStorable, "Leave out characters that are no text.");

/** What PostgreSQL stores as text: whole characters, and no NUL. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

export const Slug = trimmed(100).regex(
  slugPattern,
  "Use lower-case letters and digits, with single dots or hyphens between them.",
);

export const Name = trimmed(120)
  .min(1, "Give it a name.")
  .regex(/^[^\p{Cc}]*$/u, "Leave out control characters.");

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "Use at most 254 characters.")
  .pipe(z.email("Write an e-mail address."));

/** A person's address in the portal: the e-mail, or the handle of somebody without one. */
export const PersonAddress = z.union([Email, Slug], "Write an e-mail address.");

/** Text that may be left empty; empty means null. */
export const OptionalText = (max: number) =>
  trimmed(max)
    .transform((text) => text || null)
    .nullable();

export const HttpUrl = trimmed(2_000).pipe(
  z.url({ protocol: /^https?$/i, error: "Write an address that begins with https:// or http://." }),
);

/** An http(s) address that may be left empty; empty means null. */
export const OptionalUrl = z.union(
  [z.literal("").transform(() => null), HttpUrl, z.null()],
  "Write an address that begins with https:// or http://.",
);

/** A slug that may be left empty; empty means null. */
export const OptionalSlug = z.union([z.literal("").transform(() => null), Slug, z.null()], "Choose one from the list.");

/** Yes, no or not stated, as a form or JSON says it. */
export const YesNo = z
  .union([z.boolean(), z.null(), z.enum(["yes", "no", ""])], "Answer yes or no.")
  .transform((answer) => (typeof answer === "string" ? { yes: true, no: false, "": null }[answer] : answer));

export const Link = z
  .object({ title: trimmed(120).min(1, "Say where the link leads."), url: HttpUrl, type: trimmed(60).optional() })
  .transform(({ title, url, type }): { title: string; url: string; type?: string } =>
    type ? { title, url, type } : { title, url },
  );

/** A wall-clock time of day, `HH:MM`. */
export const TimeOfDay = z
  .string("Write a time such as 09:00.")
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time from 00:00 to 23:59.");

export const TimeZone = trimmed(60).refine(isTimeZone, "Name a time zone such as Europe/Lisbon.");

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return /^(UTC|[A-Za-z_]+\/[A-Za-z0-9_+\-/]+)$/.test(zone);
  } catch {
    return false;
  }
}

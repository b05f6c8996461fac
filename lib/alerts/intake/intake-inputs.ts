import { z } from "zod";
import { isStorable, Slug } from "#lib/fields";

export const MakeIntakeKeyInput = z.object({ service: Slug });
export type MakeIntakeKeyInput = z.output<typeof MakeIntakeKeyInput>;

export const OneIntakeKey = z.object({ service: Slug, key: z.uuid("There is no such key.") });
export type OneIntakeKey = z.output<typeof OneIntakeKey>;

/** What senders call a service, in whatever case. */
export const SaidName = z
  .string("Write what senders call it.")
  .trim()
  .toLowerCase()
  .min(1, "Write what senders call it.")
  .max(200, "Use at most 200 characters.")
  .refine(isStorable, "Leave out characters that are no text.")
  .regex(/^[^\p{Cc}]*$/u, "Leave out control characters.");

export const SetIntakeNameInput = z.object({ name: SaidName, service: Slug });
export type SetIntakeNameInput = z.output<typeof SetIntakeNameInput>;

export const OneIntakeName = z.object({ name: SaidName });
export type OneIntakeName = z.output<typeof OneIntakeName>;

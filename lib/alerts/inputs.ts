import { z } from "zod";
import { MarkStepInput } from "#lib/documents/marks/mark-inputs";
import { OptionalText, PersonAddress, Slug, YesNo } from "#lib/fields";

/** What people say to an alert. The same `idempotencyKey` sent twice acts once. */

const key = z
  .uuid("Send a UUID.")
  .optional()
  .meta({ description: "The same key sent twice acts once; without one every call acts" });
const said = (max: number) => OptionalText(max).optional();

export const OneAlert = z.object({ alert: z.uuid("Name the alert by its id.") });
export type OneAlert = z.output<typeof OneAlert>;

export const PageOpsInput = OneAlert.extend({
  suspicion: said(300).meta({ description: "What is suspected, in one line", example: "The cache layer is down" }),
  idempotencyKey: key,
});
export type PageOpsInput = z.output<typeof PageOpsInput>;

/** Either a team, of whom whoever is on watch is asked, or a person. */
export const BringInBody = z.object({
  team: z.union([z.literal("").transform(() => undefined), Slug]).optional(),
  person: z.union([z.literal("").transform(() => undefined), PersonAddress]).optional(),
  word: said(300),
  idempotencyKey: key,
});

export const BringInInput = OneAlert.extend(BringInBody.shape);
export type BringInInput = z.output<typeof BringInInput>;

export const HandOverInput = OneAlert.extend({
  to: PersonAddress.meta({ description: "Who is to have it", example: "lin@harbour.example" }),
  note: said(2_000),
  idempotencyKey: key,
});
export type HandOverInput = z.output<typeof HandOverInput>;

export const NoteInput = OneAlert.extend({
  words: z.string().trim().min(1, "Write something.").max(4_000, "Use at most 4,000 characters."),
});
export type NoteInput = z.output<typeof NoteInput>;

export const ResolveInput = OneAlert.extend({
  cause: said(2_000).meta({ description: "What it was", example: "An index was missing after the migration" }),
  remedy: said(2_000).meta({ description: "What worked", example: "Rolled back to 4.12" }),
});
export type ResolveInput = z.output<typeof ResolveInput>;

export const ReopenInput = OneAlert.extend({ word: said(300) });
export type ReopenInput = z.output<typeof ReopenInput>;

export const ReviewInput = OneAlert.extend({
  wasCustomerFacing: YesNo.optional(),
  wasActionable: YesNo.optional(),
  missing: said(2_000),
});
export type ReviewInput = z.output<typeof ReviewInput>;

/** A step of a runbook, and the alert for which it was taken. */
export const MarkAlertStepInput = MarkStepInput.extend({ alert: z.uuid().optional() });
export type MarkAlertStepInput = z.output<typeof MarkAlertStepInput>;

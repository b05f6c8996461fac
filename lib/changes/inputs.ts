import { z } from "zod";
import { isStorable, OptionalText, OptionalUrl, Slug } from "#lib/fields";
import { InstantInput } from "#lib/rotations/inputs";

export const changeKinds = ["deploy", "config", "flag"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A change of a service; without `at` it happened now. */
export const RecordChangeInput = z.object({
  service: Slug,
  kind: z.enum(changeKinds, "Use deploy, config or flag."),
  summary: z
    .string("Say what changed.")
    .trim()
    .min(1, "Say what changed.")
    .max(1_000, "Use at most 1,000 characters.")
    .refine(isStorable, "Leave out characters that are no text."),
  at: InstantInput.optional(),
  url: OptionalUrl.optional(),
  by: OptionalText(200).optional(),
});
export type RecordChangeInput = z.output<typeof RecordChangeInput>;

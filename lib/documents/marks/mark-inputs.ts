import { z } from "zod";
import { OneDocument, Revision } from "#lib/documents/inputs";
import { OptionalText } from "#lib/fields";

export const Verdict = z.enum(["worked", "failed", "out-of-date"], "Use worked, failed or out-of-date.");
export type Verdict = z.output<typeof Verdict>;

const Anchor = z
  .string("Name the step by its anchor.")
  .min(1, "Name the step by its anchor.")
  .max(300, "Name the step by its anchor.");

const said = {
  revision: Revision.meta({ description: "The revision that was read", example: 4 }),
  anchor: Anchor.meta({ description: "Where the step stands in it", example: "mitigation-2" }),
  verdict: Verdict,
  word: OptionalText(300).optional(),
};

/** `anchor` names the step in the revision that was read. The same `idempotencyKey` sent twice marks once. */
export const MarkStepInput = OneDocument.extend({ ...said, idempotencyKey: z.uuid("Send a UUID.") });
export type MarkStepInput = z.output<typeof MarkStepInput>;

export const OneMark = z.object({ mark: z.uuid() });
export type OneMark = z.output<typeof OneMark>;

/** The body of `POST /services/{slug}/runbooks/{slug}/marks`. */
export const PostMarkInput = z.object({
  ...said,
  idempotencyKey: z
    .uuid("Send a UUID.")
    .optional()
    .meta({ description: "The same key sent twice marks once; without one every call marks" }),
});

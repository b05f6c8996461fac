import { z } from "zod";
import { OneDocument, Revision } from "#lib/documents/inputs";
import { OptionalText } from "#lib/fields";

/** `revision` is the one that was read. */
export const ReviewInput = OneDocument.extend({ revision: Revision, note: OptionalText(500).optional() });
export type ReviewInput = z.output<typeof ReviewInput>;

/** The body of `POST /services/{slug}/runbooks/{slug}/reviews`. */
export const PostReviewInput = z.object({
  revision: Revision.meta({ description: "The revision that was read; it has to be the present one", example: 4 }),
  note: OptionalText(500).optional(),
});

import { z } from "zod";
import { OptionalSlug, Slug } from "#lib/fields";
import { SetEscalationInput } from "#lib/rotations/inputs";

/** The path as its form sends it: a seat that was left empty has no rotation. */
export const EscalationForm = SetEscalationInput.extend({
  delivery: z.string().trim().min(1, "Name the rotation that is paged first.").pipe(Slug),
  backup: OptionalSlug,
  ops: OptionalSlug,
});

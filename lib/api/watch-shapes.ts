import { z } from "zod";
import { Instant, InstantInput, SlugText } from "#lib/api/shared";
import { PersonAddress, Slug } from "#lib/fields";

/** Pieces of the calls about rotations and who stands their watches. */

export const PersonEmail = z.string().meta({
  description: "An e-mail address; the handle of somebody who has none",
  example: "ada@harbour.example",
});

const PersonOnWatch = z
  .object({ email: PersonEmail, name: z.string().meta({ example: "Ada Moreau" }) })
  .meta({ id: "PersonOnWatch" });

/** The address of a rotation as one call names it; each place says what it stands for. */
const rotationSlug = (description: string) => SlugText("checkout-primary").meta({ description });

export const Seat = z
  .object({
    rotation: rotationSlug("Whose watch it is; null where no rotation fills the seat").nullable(),
    person: PersonOnWatch.nullable().meta({ description: "Null: nobody stands this watch" }),
    from: Instant.nullable().meta({ description: "When the shift or gap began; null when more than 400 days ago" }),
    until: Instant.nullable().meta({ description: "When it ends; null when more than 400 days ahead" }),
  })
  .meta({ id: "Seat" });

export const sources = ["layer", "override"] as const;

const shift = {
  from: Instant,
  to: Instant,
  person: PersonEmail,
  source: z.enum(sources),
  layer: z.string().nullable().meta({ description: "The layer's name; null for an override", example: "weekly" }),
};

export const Shift = z.object(shift).meta({ id: "Shift" });
export const PersonShift = z.object({ rotation: rotationSlug("Whose watch it is"), ...shift }).meta({
  id: "PersonShift",
});
export const Gap = z.object({ from: Instant, to: Instant }).meta({ id: "Gap", description: "Nobody stands watch" });

export const rotationParams = z.object({ slug: Slug.meta({ example: "checkout-primary" }) });
export const personParams = z.object({
  email: PersonAddress.meta({
    description: "An e-mail address; the handle of somebody who has none",
    example: "ada@harbour.example",
  }),
});

export const atQuery = z.object({ at: InstantInput.optional() });

/** `from` and `to` of a call that answers for a window; `untilWhen` says what `to` is when it is left out. */
export const windowQuery = (untilWhen: string) =>
  z.object({
    from: InstantInput.optional(),
    to: InstantInput.optional().meta({
      format: "date-time",
      description: `Not in it: the window is half-open, and at most 400 days long. ${untilWhen} when left out`,
      example: "2026-03-30T09:00:00Z",
    }),
  });

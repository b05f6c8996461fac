import { z } from "zod";
import { Slug } from "#lib/fields";
import { InstantInput, type LayerInput, Layers } from "#lib/rotations/inputs";
import { instantOfWall } from "#lib/rotations/standing-in/form-times";

/** What the editor sends: a draft as its form or its preview says it, and what it makes of the layers. */
export const DraftInput = z
  .object({
    layers: Layers,
    /** For each layer: the present watch and order stay, or the number of the participant who begins. */
    begins: z.array(z.union([z.literal("keep"), z.int().min(0)], "Choose who begins.")),
    when: z.enum(["now", "at"], "Choose from when it holds."),
    /** A wall-clock time in the zone of the first layer. */
    effectiveFrom: z.string().trim().max(60),
    shown: z.string().trim().max(60).default(""),
    replaceLater: z.boolean(),
  })
  .transform(({ layers, begins, when, effectiveFrom, shown, replaceLater }, context): DraftWish => {
    if (when === "now") return { layers, begins, effectiveFrom: undefined, replaceLater };
    const instant = instantOfWall(effectiveFrom, layers[0]?.timeZone ?? "UTC", shown);
    if (instant) return { layers, begins, effectiveFrom: instant, replaceLater };
    context.addIssue({
      code: "custom",
      path: ["effectiveFrom"],
      message: "Write a date and a time such as 2026-03-02T09:00.",
    });
    return z.NEVER;
  });

/** Layers to hold from `effectiveFrom` on, from now where it is undefined. */
export type DraftWish = {
  layers: LayerInput[];
  begins: ("keep" | number)[];
  effectiveFrom: Temporal.Instant | undefined;
  replaceLater: boolean;
};

/** Which rotation is edited, and where its versions begin that the editor knows of. */
export const EditedRotation = z.object({
  rotation: Slug,
  known: z
    .string()
    .max(4_000)
    .transform((text) => text.split(" ").filter(Boolean))
    .pipe(z.array(InstantInput)),
});

/** The version that a change from `effectiveFrom` on (now where undefined) begins with: what the editor showed. */
export function baseOf(known: readonly Temporal.Instant[], effectiveFrom: Temporal.Instant | undefined) {
  const [first, ...later] = known.toSorted(Temporal.Instant.compare);
  if (!effectiveFrom) return first;
  return later.findLast((from) => Temporal.Instant.compare(from, effectiveFrom) <= 0) ?? first;
}

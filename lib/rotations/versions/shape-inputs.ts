import { z } from "zod";
import { OptionalText, Slug } from "#lib/fields";
import { InstantInput, Layers, RotationFacts } from "#lib/rotations/inputs";

/** What the commands that shape a rotation are given, besides the body of a PUT. */

/** For each layer who begins, as a number among its participants; `keep`: the present watch and order, or its `firstTurn`. */
const Begins = z
  .array(z.union([z.literal("keep"), z.int().min(0).max(199)], "Choose who begins."))
  .max(20)
  .optional();

export const CreateRotationInput = RotationFacts.extend({
  name: RotationFacts.shape.name.unwrap(),
  slug: z.union([z.literal("").transform(() => undefined), Slug]).optional(),
  team: Slug,
  layers: Layers,
  begins: Begins,
  /** From when the first version holds; it may lie in the past. Now unless given. */
  effectiveFrom: InstantInput.optional(),
});
export type CreateRotationInput = z.output<typeof CreateRotationInput>;

/** What is said of a new rotation besides its layers. */
export const NewRotationFacts = CreateRotationInput.omit({ layers: true, begins: true, effectiveFrom: true });

export const EditRotationInput = z.object({
  rotation: Slug,
  description: OptionalText(4_000).optional(),
  team: Slug.optional(),
});
export type EditRotationInput = z.output<typeof EditRotationInput>;

/** Other layers from `effectiveFrom` on, now unless given. */
export const ChangeLayersInput = z.object({
  rotation: Slug,
  layers: Layers,
  begins: Begins,
  effectiveFrom: InstantInput.optional(),
  /** Versions that begin later go. */
  replaceLater: z.boolean("Use true or false.").optional(),
  /** The present watch and the order stay, in layers that name no `firstTurn`. */
  keepTurns: z.boolean("Use true or false.").default(true),
  /** Where the version begins that was edited: a change that somebody else made to it meanwhile is a conflict. */
  base: InstantInput.optional(),
});
export type ChangeLayersInput = z.output<typeof ChangeLayersInput>;

import { z } from "zod";
import { mostPlayers } from "#lib/alerts/drills/drill";
import { isStorable, OptionalText, PersonAddress, Slug } from "#lib/fields";

const Words = z
  .string("Say what is played.")
  .trim()
  .min(1, "Say what is played.")
  .max(2_000, "Use at most 2,000 characters.")
  .refine(isStorable, "Leave out characters that are no text.");

/** A drill of a service, and whom to ask to play it. */
export const PlanDrillInput = z.object({
  service: Slug,
  scenario: Words,
  people: z
    .array(PersonAddress, "Choose whom to ask.")
    .min(1, "Choose whom to ask.")
    .max(mostPlayers, `Ask at most ${mostPlayers} people.`),
});
export type PlanDrillInput = z.output<typeof PlanDrillInput>;

export const OneDrill = z.object({ drill: z.guid("There is no such drill.") });
export type OneDrill = z.output<typeof OneDrill>;

export const AnswerDrillInput = OneDrill.extend({ answer: z.enum(["agree", "decline"], "Agree or decline.") });
export type AnswerDrillInput = z.output<typeof AnswerDrillInput>;

/** What a drill showed. `seen` is what stood there when it was written, so that nobody writes over somebody else. */
export const LearnDrillInput = OneDrill.extend({ learnt: OptionalText(10_000), seen: OptionalText(10_000) });
export type LearnDrillInput = z.output<typeof LearnDrillInput>;

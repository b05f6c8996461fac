import { z } from "zod";
import { isStorable, PersonAddress } from "#lib/fields";
import { isLineKey } from "#lib/records/lines";

const criterion = z.guid("There is no such expectation.");
const direction = z.enum(["up", "down"]);

const words = (max: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(max, `Use at most ${max.toLocaleString("en")} characters.`)
    .refine(isStorable, "Leave out characters that are no text.");

const Level = words(100, "Name the level.").transform((text) => text.replaceAll(/\s+/g, " "));

export const WriteCriterionInput = z.object({ level: Level, text: words(4_000, "Say what is expected.") });
export type WriteCriterionInput = z.output<typeof WriteCriterionInput>;

export const EditCriterionInput = WriteCriterionInput.extend({ criterion });
export type EditCriterionInput = z.output<typeof EditCriterionInput>;

export const OneCriterion = z.object({ criterion });
export type OneCriterion = z.output<typeof OneCriterion>;

export const MoveCriterionInput = OneCriterion.extend({ direction });
export type MoveCriterionInput = z.output<typeof MoveCriterionInput>;

export const MoveLevelInput = z.object({ level: Level, direction });
export type MoveLevelInput = z.output<typeof MoveLevelInput>;

/** A line of a record, as `lib/records/lines` names it. */
export const CriterionLinkInput = OneCriterion.extend({
  person: PersonAddress,
  line: z.string().refine(isLineKey, "There is no such line."),
});
export type CriterionLinkInput = z.output<typeof CriterionLinkInput>;

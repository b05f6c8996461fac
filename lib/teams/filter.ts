import { z } from "zod";
import { isStorable } from "#lib/fields";
import { teamGapKinds } from "#lib/teams/gaps";
import { teamKinds } from "#lib/teams/inputs";

/** The order of the list of teams; `relevance` needs a query. */
export const teamSorts = ["name", "people", "services", "relevance"] as const;
export type TeamSort = (typeof teamSorts)[number];

const flag = z.enum(["true", "false"], "Use true or false.").transform((value) => value === "true");

/** Which teams are wanted, as an address and the API say it. */
export const TeamFilter = z.object({
  query: z
    .string()
    .trim()
    .max(200, "Search for at most 200 characters.")
    .refine(isStorable, "Leave out characters that are no text.")
    .optional(),
  kind: z.enum(teamKinds, "Use delivery or ops.").optional(),
  gap: z.enum(teamGapKinds, `Use ${teamGapKinds.join(", ")}.`).optional(),
  mine: flag.optional(),
  retired: flag.optional(),
  sort: z.enum(teamSorts, "Sort by name, people, services or relevance.").optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number("Use a number from 1 to 200.").int().min(1).max(200).optional(),
});
export type TeamFilter = z.output<typeof TeamFilter>;

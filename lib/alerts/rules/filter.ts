import { z } from "zod";
import { isStorable, Slug } from "#lib/fields";

export const ruleWays = ["here", "outside", "none"] as const;
/** Where a rule leads: to a runbook here, to one outside only, or to none. */
export type RuleWay = (typeof ruleWays)[number];

/** Which alert rules are wanted, as an address says it; what it says wrongly counts as not said. */
export const RuleFilter = z.object({
  way: z.enum(ruleWays).optional().catch(undefined),
  query: z.string().trim().max(200).refine(isStorable).optional().catch(undefined),
  service: Slug.optional().catch(undefined),
  cursor: z.string().max(1_000).optional().catch(undefined),
  limit: z.number().int().min(1).max(200).optional().catch(undefined),
});
export type RuleFilter = z.output<typeof RuleFilter>;

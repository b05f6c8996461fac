import { z } from "zod";
import { isStorable, OptionalText, OptionalUrl, Slug } from "#lib/fields";

const RuleName = z
  .string("Name the alert rule.")
  .trim()
  .min(1, "Name the alert rule.")
  .max(200, "Use at most 200 characters.")
  .refine(isStorable, "Leave out characters that are no text.")
  .regex(/^[^\p{Cc}]*$/u, "Leave out control characters.");

export const OneRule = z.object({ service: Slug, name: RuleName });
export type OneRule = z.output<typeof OneRule>;

/** A field left out keeps its value. */
export const PutRuleInput = OneRule.extend({
  runbookUrl: OptionalUrl.optional(),
  customerImpact: OptionalText(500).optional(),
  /** It is known that customers see nothing of it; whoever states an impact takes that back. */
  isWithoutCustomerImpact: z.boolean().optional(),
});
export type PutRuleInput = z.output<typeof PutRuleInput>;

/** The answer to what customers see while a rule fires. */
export const StateImpactInput = OneRule.extend({
  answer: z.enum(["seen", "nothing"], "Say whether customers see it."),
  customerImpact: OptionalText(500),
}).refine(({ answer, customerImpact }) => answer === "nothing" || customerImpact !== null, {
  error: "Say what customers see, in their words.",
  path: ["customerImpact"],
});
export type StateImpactInput = z.output<typeof StateImpactInput>;

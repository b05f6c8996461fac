import { z } from "zod";
import { alertStatuses } from "#lib/alerts/views";
import { isStorable, Slug } from "#lib/fields";

const flag = z.enum(["true", "false"], "Use true or false.").transform((value) => value === "true");

/** Which alerts are wanted, as an address and the API say it. What is left out does not narrow the list. */
export const AlertFilter = z.object({
  status: z
    .enum(["open", ...alertStatuses], "Use open, triggered, acknowledged or resolved.")
    .optional()
    .meta({ description: "`open` is not resolved" }),
  held: flag.optional().meta({ description: "Kept from paging by the gate, or not" }),
  unrouted: flag.optional().meta({ description: "Of no known service, or of one" }),
  service: Slug.optional(),
  team: Slug.optional().meta({ description: "Of services that this team delivers or stands by as ops" }),
  mine: flag.optional().meta({ description: "Of the caller's teams, or that the caller has or was paged for" }),
  rule: z
    .string()
    .max(500, "Use at most 500 characters.")
    .refine(isStorable, "Leave out characters that are no text.")
    .optional()
    .meta({ description: "The name of the rule" }),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number("Use a number from 1 to 200.").int().min(1).max(200).optional(),
});
export type AlertFilter = z.output<typeof AlertFilter>;

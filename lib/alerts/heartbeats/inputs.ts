import { z } from "zod";
import { Name, OptionalText, Slug } from "#lib/fields";

const month = 31 * 24 * 60 * 60;
const wholeSeconds = (min: number) =>
  z
    .number(`Use a whole number of seconds from ${min} to ${month}.`)
    .int("Use whole seconds.")
    .min(min, `Use at least ${min} seconds.`)
    .max(month, "Use at most 31 days.");

export const OneHeartbeat = z.object({ service: Slug, heartbeat: Slug });
export type OneHeartbeat = z.output<typeof OneHeartbeat>;

/** A field left out keeps its value. */
export const PutHeartbeatInput = OneHeartbeat.extend({
  name: Name.optional(),
  everySeconds: wholeSeconds(10).optional(),
  graceSeconds: wholeSeconds(0).optional(),
  customerImpact: OptionalText(500).optional(),
});
export type PutHeartbeatInput = z.output<typeof PutHeartbeatInput>;

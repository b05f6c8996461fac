import { z } from "zod";
import { OneHeartbeat } from "#lib/alerts/heartbeats/inputs";
import { Name, OptionalText, Slug } from "#lib/fields";
import { slugify } from "#lib/slugs";

export const heartbeatUnits = { minutes: 60, hours: 3_600, days: 86_400 } as const;

const wrong = "Use a whole number from 1 to 1,000.";
const Count = z.coerce.number(wrong).int(wrong).min(1, wrong).max(1_000, wrong);
const Unit = z.enum(["minutes", "hours", "days"], "Choose minutes, hours or days.");

/** What the form sends. The address follows from the name, and the times are counted in a unit that people use. */
export const AddHeartbeatForm = z
  .object({
    service: Slug,
    name: Name,
    every: Count,
    unit: Unit,
    graceMinutes: Count,
    customerImpact: OptionalText(500),
  })
  .transform(({ every, unit, graceMinutes, name, ...said }, context) => {
    const heartbeat = slugify(name);
    const everySeconds = every * heartbeatUnits[unit];
    const addIssue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!heartbeat) addIssue("name", "Use a name with letters or digits: its address is made of them.");
    if (everySeconds > 31 * heartbeatUnits.days) addIssue("every", "Use at most 31 days.");
    return { ...said, name, heartbeat, everySeconds, graceSeconds: graceMinutes * 60 };
  });

export const RetireHeartbeatForm = OneHeartbeat;

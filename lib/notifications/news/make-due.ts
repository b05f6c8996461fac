import "server-only";
import { endDrills } from "#lib/notifications/drills/end-drills";
import { digestDue } from "#lib/notifications/news/digest-due";
import { remindDue } from "#lib/notifications/news/remind-due";

/**
 * Writes what people are to be told at `at` besides pages, to be sent like those. Returns how many messages that makes.
 * What goes wrong with one of these is told on standard error and keeps nobody from being paged.
 */
export async function makeNewsDue(at: Temporal.Instant): Promise<number> {
  let made = 0;
  for (const [name, part] of Object.entries({ endDrills, remindDue, digestDue })) {
    try {
      const count = await part(at);
      if (part !== endDrills) made += count;
    } catch (error) {
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : error}\n`);
    }
  }
  return made;
}

import type { Reading } from "#components/briefing/clock";
import { instantText, zoneText } from "#components/ui/instant-text";

type Local = { timeZone: string | null; isAwake?: boolean | null };

/** The time where somebody is, and whether they would be awake, where that is known. */
export function LocalTime({ person: { timeZone: zone, isAwake }, timeZone, now }: Reading & { person: Local }) {
  if (!zone) return <span />;
  return (
    <time className="night-small" dateTime={now}>
      {instantText(now, zone, "time")}
      {zone !== timeZone && ` ${zoneText(zone)}`}
      {typeof isAwake === "boolean" && `, ${isAwake ? "awake" : "asleep"}`}
    </time>
  );
}

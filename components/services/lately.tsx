import { LatelyList } from "#components/history/event-list";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Part } from "#lib/cursor";
import type { EventView } from "#lib/event-queries";

type LatelyProps = { events: Part<EventView>; timeZone: string; address: string };

/** The last few events of a thing, and the way to all of them. */
export function Lately({ events, timeZone, address }: LatelyProps) {
  if (events.items.length === 0) return null;
  return (
    <Section title="Lately" action={<Link href={`${address}/history`}>All history</Link>}>
      <LatelyList events={events.items} timeZone={timeZone} here={address} />
    </Section>
  );
}

import { LatelyList } from "#components/history/event-list";
import { Section } from "#components/ui/section";
import type { Part } from "#lib/cursor";
import type { EventView } from "#lib/event-queries";

/** What happened lately to what is the reader's; it arrives after the rest of the page. */
export async function Lately({ events, timeZone }: { events: Promise<Part<EventView>>; timeZone: string }) {
  const { items } = await events;
  if (items.length === 0) return null;
  return (
    <Section title="Lately in what is yours">
      <LatelyList events={items} timeZone={timeZone} />
    </Section>
  );
}

import type { ReactNode } from "react";
import { LatelyList } from "#components/history/event-list";
import { Beneath } from "#components/teams/beneath";
import { OwnedServices } from "#components/teams/owned-services";
import { TeamGaps } from "#components/teams/team-gaps";
import { TeamPeople } from "#components/teams/team-people";
import { WhoAndWhere } from "#components/teams/who-and-where";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Part } from "#lib/cursor";
import type { EventView } from "#lib/event-queries";
import type { TeamView } from "#lib/teams/queries";

type TeamOverviewProps = {
  team: TeamView;
  events: Part<EventView>;
  /** Who stands its watches. */
  rotations: ReactNode;
  /** What is written of its services, where that needs a look. */
  documents: ReactNode;
  /** The records of its people, for whoever manages them. */
  records: ReactNode;
  timeZone: string;
  now: string;
};

/** A team today. On a phone whom to reach comes first; on a desk that stands at the right. */
export function TeamOverview({ team, events, rotations, documents, records, timeZone, now }: TeamOverviewProps) {
  const address = `/teams/${team.slug}`;
  return (
    <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]">
      <aside aria-label="People" className="min-w-0 lg:col-start-2">
        <WhoAndWhere team={team} />
        <TeamPeople team={team} now={now} />
        {records}
      </aside>
      <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        {rotations}
        <TeamGaps team={team} />
        {documents}
        <OwnedServices team={team} />
        <Beneath team={team} />
      </div>
      <aside aria-label="Lately" className="min-w-0 lg:col-start-2">
        {events.items.length > 0 && (
          <Section title="Lately" action={<Link href={`${address}/history`}>All history</Link>}>
            <LatelyList events={events.items} timeZone={timeZone} here={address} />
          </Section>
        )}
      </aside>
    </div>
  );
}

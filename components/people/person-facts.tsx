import { PersonLink } from "#components/people/person-link";
import { ReachFact } from "#components/people/reach-fact";
import { Fact, Facts, FactValue } from "#components/ui/facts";
import { zoneText } from "#components/ui/instant-text";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import type { Reach } from "#lib/notifications/reach-queries";
import type { PersonView } from "#lib/people/queries";
import { regionText } from "#lib/people/regions";

type PersonFactsProps = {
  person: PersonView;
  reach: Reach | undefined;
  /** The reader's. */
  timeZone: string;
};

/** How to reach a person, where they are, and who manages them through which team. */
export function PersonFacts({ person, reach, timeZone }: PersonFactsProps) {
  const managers = [...Map.groupBy(person.managers, ({ address }) => address).values()];
  return (
    <Section title="Reach them">
      <Facts>
        <Fact term="e-mail" note={!person.email && "so they cannot sign in"}>
          {person.email ? <Link href={`mailto:${person.email}`}>{person.email}</Link> : <Status>no address</Status>}
        </Fact>
        {reach && <ReachFact reach={reach} timeZone={timeZone} />}
        {person.handle && (
          <Fact term="handle">
            <code>{person.handle}</code>
          </Fact>
        )}
        <Fact term="zone">
          {person.timeZone ? (
            <span title={person.timeZone}>{zoneText(person.timeZone)}</span>
          ) : (
            <Status>not said</Status>
          )}
        </Fact>
        {person.wakesAt && person.sleepsAt && (
          <Fact term="awake">
            {person.wakesAt} – {person.sleepsAt}
          </Fact>
        )}
        {person.holidayRegion && <Fact term="holidays">{regionText(person.holidayRegion)}</Fact>}
        {managers.length > 0 && (
          <Fact term={managers.length > 1 ? "managers" : "manager"}>
            {managers.map((through) => {
              const [manager] = through;
              return (
                manager && (
                  <FactValue key={manager.address} note={`of ${through.map(({ team }) => team.name).join(", ")}`}>
                    <PersonLink person={manager} />
                  </FactValue>
                )
              );
            })}
          </Fact>
        )}
        {person.isAdministrator && <Fact term="also">administrator</Fact>}
      </Facts>
    </Section>
  );
}

import { PersonLink } from "#components/people/person-link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { Cell, Row, Table } from "#components/ui/table";
import type { DrillPerson, DrillView } from "#lib/alerts/drills/views";
import { seatWords } from "#lib/alerts/entry-words";
import { lastedWords } from "#lib/alerts/lasted-words";

/** Who was asked, who agreed, and how soon each of those answered their page. */
export function DrillPeople({ drill: { people, state, raisedAt } }: { drill: DrillView }) {
  const isRaised = raisedAt !== null;
  return (
    <Section title="Who was asked" note={people.length}>
      <Table
        caption="Who was asked to the drill"
        columns={[{ label: "Who" }, { label: "Takes part" }, ...(isRaised ? [{ label: "Answered" }] : [])]}
      >
        {people.map((person) => (
          <Row key={person.address}>
            <Cell>
              <PersonLink person={person} />
              {person.seat && <span className="ml-2 text-ink-faint text-small">{seatWords(person.seat)}</span>}
            </Cell>
            <Cell>
              <Answer answer={person.answer} />
            </Cell>
            {isRaised && (
              <Cell>
                <Answered person={person} isOver={state === "over"} />
              </Cell>
            )}
          </Row>
        ))}
      </Table>
    </Section>
  );
}

function Answer({ answer }: Pick<DrillPerson, "answer">) {
  if (answer === "agreed") return <Status tone="ok">takes part</Status>;
  return <Status>{answer === "declined" ? "not this time" : "has not said"}</Status>;
}

function Answered({ person: { pagedAt, answeredAt }, isOver }: { person: DrillPerson; isOver: boolean }) {
  if (!pagedAt) return null;
  if (answeredAt) return <>after {lastedWords(pagedAt, answeredAt)}</>;
  return <Status tone="warn">{isOver ? "was paged and did not answer" : "is being paged"}</Status>;
}

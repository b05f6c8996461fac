import { PersonLink } from "#components/people/person-link";
import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { Readiness } from "#lib/rotations/first-watch/readiness-queries";
import { readinessWords } from "#lib/rotations/first-watch/readiness-words";

const columns = [{ label: "Person" }, { label: "Next watch" }, { label: "Ready" }] as const;

/** Who of the team is ready to stand this watch, and what is still open. */
export function CrewReadiness({ crew, timeZone }: { crew: readonly Readiness[]; timeZone: string }) {
  if (crew.length === 0) return null;
  return (
    <Section title="Who is ready" note={String(crew.length)}>
      <Table caption="Who is ready to stand this watch" columns={columns}>
        {crew.map((one) => (
          <Row key={one.person.address}>
            <Cell>
              <PersonLink person={one.person} className="font-semibold text-ink!" />
              <CellNote isInline>{one.hasStood ? "has stood it before" : "has not stood it yet"}</CellNote>
            </Cell>
            <Cell className="text-ink-soft text-small sm:w-44" label="next">
              {one.nextAt ? <Instant at={one.nextAt} timeZone={timeZone} style="moment" /> : "not within 60 days"}
            </Cell>
            <Cell className="sm:w-72">
              <Ready readiness={one} />
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

/** Whoever has stood the watch needs no list to say that they can. */
function Ready({ readiness: { checks, hasStood, nextAt } }: { readiness: Readiness }) {
  const open = checks.filter(({ since }) => since === null);
  if (open.length === 0) return <Status tone="ok">made sure of all four</Status>;
  if (hasStood) return <Status>knows the watch</Status>;
  const words = open.map(({ item }) => readinessWords[item].label.toLowerCase());
  return (
    <Status tone={nextAt === null ? "soft" : "warn"}>
      still open: {new Intl.ListFormat("en", { type: "unit" }).format(words)}
    </Status>
  );
}

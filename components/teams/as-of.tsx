import { PersonLink } from "#components/people/person-link";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { TeamHead, TeamThen } from "#lib/teams/queries";

type AsOfProps = { team: TeamHead; day: string; then: TeamThen; timeZone: string };

/** The team as a past day closed: who was in it and what it owned. */
export function AsOf({ team, day, then, timeZone }: AsOfProps) {
  const shown = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
  return (
    <>
      <Notice
        className="mb-6"
        title={`As it was on ${shown}.`}
        action={<Link href={`/teams/${team.slug}`}>Today</Link>}
      />
      <Section title="Was in it" note={String(then.members.length)}>
        {then.members.length === 0 && <p className="border-t py-2 text-ink-soft">Nobody.</p>}
        <Table caption={`Who was in ${team.name} on ${shown}`}>
          {then.members.map((member) => (
            <Row key={member.address}>
              <Cell>
                <PersonLink person={member} />
                {member.role === "lead" && <CellNote isInline>lead</CellNote>}
              </Cell>
              <SpanCell {...member} timeZone={timeZone} />
            </Row>
          ))}
        </Table>
      </Section>
      <Section title="Owned" note={String(then.services.length)}>
        {then.services.length === 0 && <p className="border-t py-2 text-ink-soft">No service.</p>}
        <Table caption={`What ${team.name} owned on ${shown}`}>
          {then.services.map((service) => (
            <Row key={`${service.slug} ${service.role}`}>
              <Cell>
                <Link href={`/services/${service.slug}`}>{service.name}</Link>
                <CellNote isInline>{service.role === "ops" ? "as its ops team" : "delivering it"}</CellNote>
              </Cell>
              <SpanCell {...service} timeZone={timeZone} />
            </Row>
          ))}
        </Table>
      </Section>
    </>
  );
}

function SpanCell({ from, to, timeZone }: { from: string; to: string | null; timeZone: string }) {
  return (
    <Cell align="right" className="text-ink-faint text-small">
      <Span from={from} to={to} timeZone={timeZone} />
    </Cell>
  );
}

/** From when to when, in days of the reader's zone; without an end it goes on. */
export function Span({ from, to, timeZone }: { from: string; to: string | null; timeZone: string }) {
  if (!to) {
    return (
      <>
        since <Instant at={from} timeZone={timeZone} style="day" />
      </>
    );
  }
  return (
    <>
      <Instant at={from} timeZone={timeZone} style="day" /> – <Instant at={to} timeZone={timeZone} style="day" />
    </>
  );
}

type AsOfFormProps = { team: { slug: string }; latest: string };

/** Asks for a past day, on which the team is to be seen. */
export function AsOfForm({ team, latest }: AsOfFormProps) {
  return (
    <Section title="Who was in it, and what it owned">
      <form action={`/teams/${team.slug}`} className="flex items-end gap-2 border-t pt-3" data-screen-only="">
        <Field label="On the day" name="at" isLabelHidden className="min-w-0 flex-1">
          <Input type="date" max={latest} required />
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </Section>
  );
}

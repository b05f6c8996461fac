import { Button } from "#components/ui/button";
import { controlStyle } from "#components/ui/control-style";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, Row, Table } from "#components/ui/table";
import { ownersOn } from "#lib/services/owners-on";
import type { OwnershipAt, ServiceView } from "#lib/services/queries";

type OwnershipHistoryProps = {
  service: ServiceView;
  spans: readonly OwnershipAt[];
  timeZone: string;
  /** The day that was asked for, as it stood in the address, and what it means. */
  asked: string | undefined;
  day: Temporal.PlainDate | undefined;
};

/** Every owner there was, and who it was on one day. */
export function OwnershipHistory({ service, spans, timeZone, asked, day }: OwnershipHistoryProps) {
  return (
    <>
      <Section title="Who owned it on">
        <form action={`/services/${service.slug}/history`} className="flex items-start gap-2 border-t pt-3">
          <label className="block min-w-0 flex-1">
            <span className="sr-only">Day</span>
            <input
              type="date"
              name="at"
              required
              defaultValue={day?.toString()}
              aria-invalid={asked !== undefined && !day ? true : undefined}
              aria-describedby="asked-day"
              className={`${controlStyle} touch:min-h-11`}
            />
          </label>
          <Button type="submit">Show</Button>
        </form>
        <div id="asked-day" role="status" className="mt-2">
          {asked !== undefined && !day && <p className="text-port text-small">Write a day such as 2026-03-14.</p>}
          {day && <OwnersThen spans={spans} day={day} timeZone={timeZone} />}
        </div>
      </Section>
      <Section title="Owners over time">
        {spans.length === 0 ? (
          <p className="border-t py-2.5 text-ink-faint">Nobody has ever owned it.</p>
        ) : (
          <Spans spans={spans} timeZone={timeZone} />
        )}
      </Section>
    </>
  );
}

function OwnersThen({
  spans,
  day,
  timeZone,
}: {
  spans: readonly OwnershipAt[];
  day: Temporal.PlainDate;
  timeZone: string;
}) {
  return (["delivery", "ops"] as const).map((role) => {
    const owners = ownersOn(spans, role, day, timeZone);
    return (
      <p key={role}>
        <span className="text-ink-faint text-small">{role} </span>
        {owners.length === 0 && "nobody"}
        {owners.map((owner, index) => (
          <span key={owner.from}>
            {index > 0 && (
              <>
                , from <Instant at={owner.from} timeZone={timeZone} style="time" />{" "}
              </>
            )}
            <Link href={`/teams/${owner.team.slug}`}>{owner.team.name}</Link>
          </span>
        ))}
      </p>
    );
  });
}

function Spans({ spans, timeZone }: { spans: readonly OwnershipAt[]; timeZone: string }) {
  return (
    <Table caption="Owners over time">
      {spans.map(({ role, team, from, to }) => (
        <Row key={`${role} ${from}`}>
          <Cell>
            <Link href={`/teams/${team.slug}`}>{team.name}</Link>
            <span className="ml-1.5 text-ink-faint text-small">{role}</span>
            <span className="block text-ink-faint text-small">
              <Instant at={from} timeZone={timeZone} style="day" />
              {" – "}
              {to ? <Instant at={to} timeZone={timeZone} style="day" /> : "now"}
            </span>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

import { awayText } from "#components/people/away-text";
import { SpanText } from "#components/rotations/span-text";
import { instantText } from "#components/ui/instant-text";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import type { RosterWarningView } from "#lib/rotations/load/roster-warning-queries";
import type { Ref } from "#lib/rotations/views";

type RosterWarningsProps = {
  rotation: Ref;
  warnings: readonly RosterWarningView[];
  /** The reader's own address. */
  address: string | null;
  timeZone: string;
};

/** Where coming watches meet what their people said of absences and holidays, with the way to cover. */
export function RosterWarnings({ warnings, ...rest }: RosterWarningsProps) {
  const away = warnings.filter(({ kind }) => kind === "away");
  const onHoliday = warnings.filter(({ kind }) => kind === "holiday");
  if (away.length + onHoliday.length === 0) return null;
  return (
    <Section title="Where a watch meets life">
      <Warnings warnings={away} {...rest} />
      {onHoliday.length > 0 && (
        <details className="border-b">
          <summary className="rounded-small py-2 text-accent text-small touch:py-3">
            {onHoliday.length === 1
              ? "One watch falls on a public holiday"
              : `${onHoliday.length} watches fall on public holidays`}
          </summary>
          <Warnings warnings={onHoliday} {...rest} />
        </details>
      )}
    </Section>
  );
}

function Warnings({ rotation, warnings, address, timeZone }: RosterWarningsProps) {
  return (
    <ul className="rows">
      {warnings.map((warning) => {
        const isOwn = warning.person.address === address;
        return (
          <li
            key={`${warning.person.address} ${warning.shift.from}`}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-b-0 py-2"
          >
            <div className="min-w-0 flex-1 basis-72">
              <b>{isOwn ? "You are" : `${warning.person.name} is`}</b> <What warning={warning} timeZone={timeZone} />
              <span className="block text-ink-faint text-small">
                on watch <SpanText from={warning.shift.from} to={warning.shift.to} timeZone={timeZone} />
              </span>
            </div>
            <Remedy rotation={rotation} warning={warning} isOwn={isOwn} />
          </li>
        );
      })}
    </ul>
  );
}

/** Days off are the days of whoever has them. */
function What({ warning, timeZone }: { warning: RosterWarningView; timeZone: string }) {
  if (warning.kind === "away") {
    return (
      <>
        <Status tone="warn">away</Status> {awayText(warning.span, warning.person.timeZone ?? timeZone)}
      </>
    );
  }
  if (warning.kind !== "holiday") return null;
  const days = warning.days.map(({ day, name }) => `${name}, ${instantText(`${day}T12:00:00Z`, "UTC", "day")}`);
  return <>on watch over {new Intl.ListFormat("en").format(days)}</>;
}

type RemedyProps = { rotation: Ref; warning: RosterWarningView; isOwn: boolean };

function Remedy({ rotation, warning, isOwn }: RemedyProps) {
  if (warning.isAsked) return <Status tone="ok">cover is asked for</Status>;
  if (!warning.canAsk) return null;
  const values = {
    ...(isOwn ? {} : { person: warning.person.address }),
    ...(warning.kind === "away" ? warning.span : { shift: warning.shift.to }),
  };
  return (
    <Link href={`/rotations/${rotation.slug}/ask?${new URLSearchParams(values)}`} className="text-small touch:py-2">
      Ask for cover
      <span className="sr-only">: {warning.person.name}</span>
    </Link>
  );
}

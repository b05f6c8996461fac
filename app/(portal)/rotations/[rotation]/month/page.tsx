import { MonthCalendar } from "#components/rotations/roster/month-calendar";
import { ZoneNote } from "#components/rotations/roster/zone-note";
import { RotationHeader } from "#components/rotations/rotation-header";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { dayAt, monthName, readMonth } from "#lib/rotations/drawing/days";
import { sharedZoneOf } from "#lib/rotations/drawing/home-zone";
import { monthOf, spanOfMonth } from "#lib/rotations/drawing/month";
import { findRoster } from "#lib/rotations/roster-queries";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/month">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Month");

export default async function RotationMonthPage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, { month: asked }] = await Promise.all([loadRotation(params, "/month"), searchParams]);
  const [at, { timeZone }] = [now().toString(), viewer];
  const present = dayAt(at, timeZone).toPlainYearMonth();
  const month = readMonth(asked) ?? present;
  const roster = await findRoster(viewer, rotation.id, spanOfMonth(month, timeZone));
  const name = monthName(month);
  const here = `/rotations/${rotation.slug}/month`;

  return (
    <>
      <RotationHeader rotation={rotation} timeZone={timeZone} />
      <Section
        title={name}
        action={
          <nav aria-label="Months" className="flex gap-3">
            <Link href={`${here}?month=${month.subtract({ months: 1 })}`}>Previous</Link>
            {!month.equals(present) && <Link href={here}>This month</Link>}
            <Link href={`${here}?month=${month.add({ months: 1 })}`}>Next</Link>
          </nav>
        }
      >
        <MonthCalendar
          caption={`${rotation.name} in ${name}`}
          weeks={monthOf(roster, month, { timeZone, now: at })}
          timeZone={timeZone}
          homeZone={sharedZoneOf(rotation)}
        />
        <ZoneNote timeZone={timeZone} homeZone={sharedZoneOf(rotation)} />
      </Section>
    </>
  );
}

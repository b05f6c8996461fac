import { PersonLink } from "#components/people/person-link";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { LoadView } from "#lib/rotations/load/load-queries";

type LoadTableProps = { caption: string; loads: readonly LoadView[] };

const columns = [
  { label: "Person" },
  { label: "On watch", align: "right" },
  { label: "Nights", align: "right" },
  { label: "Weekend days", align: "right" },
  { label: "Holidays", align: "right" },
  { label: "Handed over", align: "right" },
  { label: "Taken", align: "right" },
] as const;

/** What everybody carried, by name. Facts to plan with: no total, no order but the alphabet. */
export function LoadTable({ caption, loads }: LoadTableProps) {
  return (
    <Table caption={caption} columns={columns}>
      {loads.map(({ person, isActive, hours, nights, weekendDays, holidays, handedOver, taken, ...known }) => (
        <Row key={person.address}>
          <Cell>
            <PersonLink person={{ ...person, isActive }} className="font-semibold text-ink!" />
            {known.isZoneAssumed && <CellNote>has not said a zone: by the clocks of the rotation</CellNote>}
          </Cell>
          <Cell align="right" label="on watch">
            {hoursText(hours)}
          </Cell>
          <PartCell label="nights" part={nights} />
          <PartCell label="weekend days" part={weekendDays} />
          {known.areHolidaysKnown ? (
            <PartCell label="holidays" part={holidays} />
          ) : (
            <Cell align="right" label="holidays" className="text-ink-faint text-small">
              not known
            </Cell>
          )}
          <PartCell label="handed over" part={handedOver} />
          <PartCell label="taken" part={taken} />
        </Row>
      ))}
    </Table>
  );
}

function PartCell({ label, part: { count, hours } }: { label: string; part: LoadView["nights"] }) {
  return (
    <Cell align="right" label={label}>
      {count === 0 ? <span className="text-ink-faint">0</span> : count}
      {count > 0 && <span className="ml-1.5 text-ink-faint text-small">{hoursText(hours)}</span>}
    </Cell>
  );
}

/** To the half hour; a little is not nothing. */
function hoursText(hours: number): string {
  const halves = Math.round(hours * 2) / 2;
  return halves === 0 && hours > 0 ? "under 1 h" : `${halves.toLocaleString("en")} h`;
}

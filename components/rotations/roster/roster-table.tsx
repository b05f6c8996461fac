import { PersonLink } from "#components/people/person-link";
import { When } from "#components/rotations/when";
import { Lamp } from "#components/ui/lamp";
import { Status } from "#components/ui/status";
import { Cell, Row, Table } from "#components/ui/table";
import type { GapView, RosterView, ShiftView } from "#lib/rotations/views";

type RosterTableProps = {
  caption: string;
  roster: RosterView;
  timeZone: string;
  homeZone: string | undefined;
  /** ISO 8601. */
  now: string;
};

const columns = [{ label: "Who" }, { label: "From" }, { label: "Until" }, { label: "How", align: "right" }] as const;

/** A roster line by line: for a screen reader, and for paper. */
export function RosterTable({ caption, roster, timeZone, homeZone, now }: RosterTableProps) {
  const lines = [...roster.shifts, ...roster.gaps].toSorted(
    (one, other) => Date.parse(one.from) - Date.parse(other.from),
  );
  const zones = { timeZone, homeZone };
  return (
    <Table caption={caption} columns={columns}>
      {lines.map((line) => (
        <Row key={line.from} className={Date.parse(line.to) <= Date.parse(now) ? "text-ink-soft" : undefined}>
          <Cell>
            <Who
              line={line}
              isNow={Date.parse(line.from) <= Date.parse(now) && Date.parse(now) < Date.parse(line.to)}
            />
          </Cell>
          <Cell label="from">
            {line.from === roster.from ? "before these weeks" : <When at={line.from} {...zones} style="full" />}
          </Cell>
          <Cell label="until">
            {line.to === roster.to ? "after these weeks" : <When at={line.to} {...zones} style="full" />}
          </Cell>
          <Cell align="right" className="text-ink-faint text-small">
            <How line={line} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

type Line = ShiftView | GapView;

function Who({ line, isNow }: { line: Line; isNow: boolean }) {
  if (!("person" in line)) return <b className="text-port">nobody</b>;
  return (
    <>
      {isNow && <Lamp />}
      <PersonLink person={line.person} className="font-semibold text-ink!" />
    </>
  );
}

function How({ line }: { line: Line }) {
  if (!("person" in line)) return line.deactivated && `${line.deactivated.name} is deactivated`;
  return line.source === "override" ? <Status tone="over">stands in</Status> : line.layer;
}

import { EmptyState } from "#components/layout/empty-state";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Cell, Row, Table } from "#components/ui/table";
import { closeCalendarAction } from "#lib/rotations/calendars/calendar-actions";
import type { CalendarView } from "#lib/rotations/calendars/calendar-queries";

type CalendarListProps = { calendars: readonly CalendarView[]; timeZone: string; now: string };

const columns = [
  { label: "Shows" },
  { label: "Opened" },
  { label: "Last read" },
  { label: "Close", isHidden: true },
] as const;

/** The calendars that can be read now; each can be closed at once. */
export function CalendarList({ calendars, timeZone, now }: CalendarListProps) {
  if (calendars.length === 0) {
    return (
      <EmptyState title="No calendar of yours is open.">
        Open one below, and your watches stand beside everything else you have planned.
      </EmptyState>
    );
  }
  return (
    <Table caption="Open calendars" columns={columns}>
      {calendars.map(({ id, rotation, createdAt, lastReadAt }) => (
        <Row key={id}>
          <Cell>
            {rotation ? <Link href={`/rotations/${rotation.slug}`}>{rotation.name}</Link> : <b>Your own watches</b>}
          </Cell>
          <Cell label="Opened">
            <Instant at={createdAt} timeZone={timeZone} style="day" />
          </Cell>
          <Cell label="Last read">
            {lastReadAt ? <Instant at={lastReadAt} timeZone={timeZone} style="relative" now={now} /> : "never"}
          </Cell>
          <Cell align="right">
            <ConfirmForm
              action={closeCalendarAction}
              label="Close"
              confirmLabel="Close it"
              title={`Close the calendar of ${rotation?.name ?? "your own watches"}?`}
              size="small"
            >
              <input type="hidden" name="calendar" value={id} />
              Whatever reads its address finds nothing from this moment on. This cannot be undone; you can open another.
            </ConfirmForm>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

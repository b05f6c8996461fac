import { Section } from "#components/ui/section";
import { Cell, Row, Table } from "#components/ui/table";
import type { Engagement } from "#lib/alerts/engagement-queries";

/** How soon the delivery side answers, month by month. Nothing before it was paged for the first time. */
export function EngagementTable({ months }: { months: readonly Engagement[] }) {
  if (months.length === 0) return null;
  return (
    <Section title="Time to engage" note="from the first page to an engineer's answer">
      <Table
        caption="Time to engage by month"
        columns={[
          { label: "Month" },
          { label: "Half of them within", align: "right" },
          { label: "Answered", align: "right" },
        ]}
      >
        {months.map(({ month, paged, engaged, medianSeconds }) => (
          <Row key={month}>
            <Cell>{monthWords(month)}</Cell>
            <Cell align="right" label="half within" className="tabular-nums">
              {medianSeconds === null ? "nobody answered" : secondsWords(medianSeconds)}
            </Cell>
            <Cell align="right" label="answered" className="tabular-nums">
              {engaged} of {paged}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

const format = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const monthWords = (month: string) => format.format(Date.parse(`${month}-01T00:00:00Z`));

function secondsWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return seconds < 600 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : `${Math.round(seconds / 60)} min`;
}

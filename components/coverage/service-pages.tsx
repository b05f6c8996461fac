import { medianWords } from "#components/coverage/engagement-now";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, Row, Table } from "#components/ui/table";
import type { ServiceEngagement } from "#lib/coverage/noise-queries";

/** How soon the delivery side of each service answered, now and in the quarter before; the most paged first. */
export function ServicePages({ services }: { services: readonly ServiceEngagement[] }) {
  if (services.length === 0) return null;
  return (
    <Section title="Time to engage, service by service" note="the most paged first">
      <Table
        caption="Time to engage of each service, in the last 91 days and in the 91 before"
        columns={[
          { label: "Service" },
          { label: "Answered", align: "right" },
          { label: "Time to engage", align: "right" },
          { label: "before", align: "right" },
        ]}
      >
        {services.map(({ service, now, before }) => (
          <Row key={service.slug}>
            <Cell>
              <Link href={`/coverage/noise?service=${service.slug}`}>{service.name}</Link>
            </Cell>
            <Cell align="right" label="answered">
              {now.answered} of {now.paged}
            </Cell>
            <Cell align="right" label="time to engage" className="whitespace-nowrap">
              {medianWords(now)}
            </Cell>
            <Cell align="right" label="before" className="whitespace-nowrap text-ink-faint">
              {medianWords(before)}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

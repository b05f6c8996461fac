import type { ReactNode } from "react";
import { Section } from "#components/ui/section";
import { Cell, Row, Table } from "#components/ui/table";
import { type Change, changesOfChecks, changesOfLevels } from "#lib/coverage/changes-of-quarter";
import { checkDefinition, type Level, levelWords } from "#lib/coverage/checks";
import { shareText } from "#lib/coverage/level-words";
import type { Comparison, TallyDay } from "#lib/coverage/trend-queries";

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** The same services' team a quarter ago and now, and never beside another. */
export function QuarterComparison({ comparison: { now, before }, of }: { comparison: Comparison; of: string }) {
  return (
    <Section title="Beside a quarter ago" note={before && now && `${dayWords(before)} → ${dayWords(now)}`}>
      {before && now ? (
        <Changes before={before} now={now} of={of} />
      ) : (
        <p className="border-t py-2.5 text-ink-soft">A quarter before, nothing was measured yet.</p>
      )}
    </Section>
  );
}

function Changes({ before, now, of }: { before: TallyDay; now: TallyDay; of: string }) {
  const checks = changesOfChecks(before, now);
  const cells = (change: Change<unknown>) => [
    shareText(change.before, before.services),
    shareText(change.now, now.services),
  ];
  return (
    <>
      <Table
        caption={`${of}, a quarter ago and now`}
        columns={[{ label: "Of all services" }, { label: "then", align: "right" }, { label: "now", align: "right" }]}
      >
        {changesOfLevels(before, now).map((change) => (
          <ChangeRow key={change.of} cells={cells(change)}>
            {levelWords[change.of as Level].name} or further
          </ChangeRow>
        ))}
        {checks.map((change) => (
          <ChangeRow key={change.of} cells={cells(change)}>
            <span className="text-ink-soft">{checkDefinition(change.of).asks}</span>
          </ChangeRow>
        ))}
      </Table>
      <p className="mt-2 text-ink-faint text-small">
        {before.services.toLocaleString("en")} {before.services === 1 ? "service" : "services"} then,{" "}
        {now.services.toLocaleString("en")} now.
        {checks.length > 0 ? " Of the checks, those that moved the most." : " No check moved by much."}
      </p>
    </>
  );
}

function ChangeRow({ cells: [then, now], children }: { cells: string[]; children: ReactNode }) {
  return (
    <Row>
      <Cell>{children}</Cell>
      <Cell align="right" label="then" className="whitespace-nowrap text-ink-faint">
        {then}
      </Cell>
      <Cell align="right" label="now" className="whitespace-nowrap">
        {now}
      </Cell>
    </Row>
  );
}

const dayWords = ({ day }: TallyDay) => days.format(Date.parse(day));

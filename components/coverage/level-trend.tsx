import { ChevronDown } from "lucide-react";
import { Section } from "#components/ui/section";
import { Cell, Row, Table } from "#components/ui/table";
import { reachedWords } from "#lib/coverage/level-words";
import { drawBands, levelShades, monthsIn, placeOf } from "#lib/coverage/trend-drawing";
import type { TrendDay } from "#lib/coverage/trend-queries";

const box = { width: 560, height: 132 };
const months = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const dayWords = (day: string) => days.format(Date.parse(day));

/** How the services came to stand where they do: each level as its share of all, day by day. */
export function LevelTrend({ trend, of }: { trend: readonly TrendDay[]; of: string }) {
  const [first, last] = [trend[0], trend.at(-1)];
  return (
    <Section title="How it came about" note={first && last && `${dayWords(first.day)} to ${dayWords(last.day)}`}>
      {!first || !last || first === last ? (
        <p className="border-t py-2.5 text-ink-soft">
          {first ? sentence(first, first) : "Nothing was measured by then."} Services are measured once a day, and a
          picture grows from the second day on.
        </p>
      ) : (
        <figure>
          <svg
            role="img"
            aria-label={`Levels of the services of ${of}. ${sentence(first, last)}`}
            viewBox={`0 0 ${box.width} ${box.height + 18}`}
            className="block w-full [print-color-adjust:exact]"
          >
            {drawBands(trend, box).map(({ level, path }) => (
              <path key={level} d={path} style={{ fill: levelShades[level] }} className="forced-color-adjust-none" />
            ))}
            {monthsIn(first.day, last.day).map((month) => {
              const x = placeOf(month, first.day, last.day) * box.width;
              return (
                <g key={month}>
                  <path d={`M${x} 0V${box.height}`} className="stroke-paper" strokeWidth="1" />
                  {x < box.width - 24 && (
                    <text x={x + 3} y={box.height + 13} className="fill-ink-faint text-[11px]">
                      {months.format(Date.parse(month))}
                    </text>
                  )}
                </g>
              );
            })}
          </svg>
          <figcaption className="mt-1 text-ink-soft text-small">{sentence(first, last)}</figcaption>
          <Numbers trend={trend} of={of} />
        </figure>
      )}
    </Section>
  );
}

function sentence(first: TrendDay, last: TrendDay): string {
  const owned = ({ services, levels }: TrendDay) => services - (levels[0] ?? 0);
  const proven = ({ levels }: TrendDay) => levels.at(-1) ?? 0;
  const [said, all] = [(day: TrendDay) => counted(owned(day)), (day: TrendDay) => counted(day.services)];
  const was = `${said(first)} of ${all(first)} were Owned or further and ${counted(proven(first))} Proven`;
  if (first.day === last.day) return `On ${dayWords(last.day)} ${was}.`;
  return `On ${dayWords(first.day)} ${was}; on ${dayWords(last.day)} ${said(last)} of ${all(last)}, and ${counted(proven(last))} Proven.`;
}

const counted = (count: number) => count.toLocaleString("en");

/** The same as a table, month by month, for whoever cannot or would rather not read a drawing. */
function Numbers({ trend, of }: { trend: readonly TrendDay[]; of: string }) {
  const lastOfMonth = [...new Map(trend.map((day) => [day.day.slice(0, 7), day])).values()];
  const levels = levelShades.map((_, level) => level).toReversed();
  return (
    <details className="group mt-1 print:hidden">
      <summary className="inline-flex min-h-8 items-center gap-1 text-ink-faint text-small touch:min-h-11">
        In numbers
        <ChevronDown aria-hidden="true" className="size-3.5 group-open:rotate-180" />
      </summary>
      <Table
        caption={`Services of ${of} at each level, at the end of each month`}
        columns={[
          { label: "Day" },
          ...levels.map((level) => ({ label: reachedWords(level), align: "right" as const })),
        ]}
      >
        {lastOfMonth.map((day) => (
          <Row key={day.day}>
            <Cell className="whitespace-nowrap text-small">{dayWords(day.day)}</Cell>
            {levels.map((level) => (
              <Cell key={level} align="right" label={reachedWords(level)} className="text-small">
                {counted(day.levels[level] ?? 0)}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
    </details>
  );
}

import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import { levels, levelWords } from "#lib/coverage/checks";
import type { LevelSpan } from "#lib/coverage/history-queries";
import { reachedWords } from "#lib/coverage/level-words";

type LevelHistoryProps = {
  name: string;
  spans: readonly LevelSpan[];
  /** The instant up to which it is drawn; ISO. */
  until: string;
  timeZone: string;
};

const box = { width: 304, height: 96, left: 66 };
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const dayMilliseconds = 86_400_000;
const halfYear = 182 * dayMilliseconds;

/** How a service came to its level in the last half year: a line that steps, and the same in words. */
export function LevelHistory({ name, spans, until, timeZone }: LevelHistoryProps) {
  const latest = spans.slice(-6).toReversed();
  return (
    <Section title="How it came about" note="half a year">
      {spans.length === 0 ? (
        <p className="border-t py-2.5 text-ink-soft">Nothing was measured of it by then.</p>
      ) : (
        <>
          <Drawing name={name} spans={spans} until={until} />
          <ol className="rows mt-2 border-b">
            {latest.map(({ from, level }) => (
              <li key={from} className="flex items-baseline justify-between gap-4 py-1.5 text-small">
                <span>{level === 0 ? "Not Owned" : reachedWords(level)}</span>
                <span className="text-ink-faint">
                  since <Instant at={from} timeZone={timeZone} style="day" />
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function Drawing({ name, spans, until }: Omit<LevelHistoryProps, "timeZone">) {
  const end = Date.parse(until);
  const first = Math.max(end - halfYear, Date.parse(spans[0]?.from ?? until));
  const start = Math.min(first, end - dayMilliseconds);
  const x = (at: string | null) => {
    const place = at === null ? 1 : (Date.parse(at) - start) / (end - start);
    return Math.round((box.left + Math.min(1, Math.max(0, place)) * (box.width - box.left - 4)) * 10) / 10;
  };
  const y = (level: number) => box.height - 8 - (level / levels.length) * (box.height - 16);
  const path = spans
    .map(({ from, to, level }, index) => {
      const isJoined = spans[index - 1]?.to === from;
      return `${isJoined ? "L" : "M"}${x(from)} ${y(level)}L${x(to)} ${y(level)}`;
    })
    .join("");
  const says = spans
    .map(({ from, level }) => `${reachedWords(level)} from ${days.format(Date.parse(from))}`)
    .join(", ");
  return (
    <svg
      role="img"
      aria-label={`Levels of ${name}: ${says}`}
      viewBox={`0 0 ${box.width} ${box.height + 14}`}
      className="block w-full max-w-[24rem]"
    >
      {levels.map((level, index) => (
        <g key={level}>
          <path d={`M${box.left} ${y(index + 1)}H${box.width - 4}`} className="stroke-line" strokeWidth="1" />
          <text x={box.left - 8} y={y(index + 1) + 4} textAnchor="end" className="fill-ink-faint text-[11px]">
            {levelWords[level].name}
          </text>
        </g>
      ))}
      <path d={`M${box.left} ${y(0)}H${box.width - 4}`} className="stroke-line-strong" strokeWidth="1" />
      <path d={path} className="fill-none stroke-accent" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" />
      <text x={box.left} y={box.height + 11} className="fill-ink-faint text-[11px]">
        {days.format(start)}
      </text>
      <text x={box.width - 4} y={box.height + 11} textAnchor="end" className="fill-ink-faint text-[11px]">
        {days.format(end)}
      </text>
    </svg>
  );
}

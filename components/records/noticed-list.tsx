import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import type { Noticed } from "#lib/records/noticed-queries";

/** What the last measurement says of the reader to their managers, so that no conversation comes as a surprise. */
export function NoticedList({ noticed, timeZone }: { noticed: readonly Noticed[]; timeZone: string }) {
  if (noticed.length === 0) return null;
  return (
    <div data-screen-only="">
      <Section title="What your managers are told of you">
        <ul className="rows border-b">
          {noticed.map(({ id, says, at }) => (
            <li key={id} className="wrap-anywhere py-1.5">
              {says}
              <span className="block text-ink-faint text-small">
                measured on <Instant at={at} timeZone={timeZone} style="day" />, no part of your record
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

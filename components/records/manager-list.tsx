import { PersonLink } from "#components/people/person-link";
import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import type { ManagerView } from "#lib/records/sharing-queries";

type ManagerListProps = { managers: readonly ManagerView[]; timeZone: string; now: string };

/** Who manages the reader's teams and those above, and since when, or from when on, they may open the record. */
export function ManagerList({ managers, timeZone, now }: ManagerListProps) {
  return (
    <Section title="Your managers">
      {managers.length === 0 ? (
        <p className="border-y py-4 text-ink-soft">No team of yours, and none above one, has a manager.</p>
      ) : (
        <ul className="rows border-b">
          {managers.map(({ manager, team, toldAt, opensAt }) => (
            <li key={manager.address} className="py-2">
              <PersonLink person={manager} className="font-semibold" /> <span className="text-ink-soft">of {team}</span>
              <span className="block text-ink-faint text-small">
                {toldAt && opensAt ? (
                  <>
                    You were told on <Instant at={toldAt} timeZone={timeZone} />.{" "}
                    {Date.parse(opensAt) > Date.parse(now) ? (
                      <>
                        They may open it from <Instant at={opensAt} timeZone={timeZone} style="moment" /> on.
                      </>
                    ) : (
                      "They may open it."
                    )}
                  </>
                ) : (
                  "You were not told of them yet, so they cannot open it. They may from a day after you were."
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { recordAddress } from "#lib/records/addresses";
import type { ManagedPerson } from "#lib/records/team-queries";

type TeamRecordsProps = { people: readonly ManagedPerson[]; timeZone: string; now: string };

/** The records of a team's people, by name, for whoever manages it; with when those open that do not yet. */
export function TeamRecords({ people, timeZone, now }: TeamRecordsProps) {
  if (people.length === 0) return null;
  return (
    <Section title="Ownership records" note="they see when you open one">
      <ul className="rows border-b">
        {people.map(({ address, name, opensAt }) => (
          <li key={address} className="py-1.75">
            {opensAt && Date.parse(opensAt) <= Date.parse(now) ? (
              <Link href={recordAddress(address)}>{name}</Link>
            ) : (
              <>
                {name}{" "}
                <span className="text-ink-faint text-small">
                  {opensAt ? (
                    <>
                      from <Instant at={opensAt} timeZone={timeZone} style="moment" /> on
                    </>
                  ) : (
                    "once they were told of you"
                  )}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

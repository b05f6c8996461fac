import { PersonLink } from "#components/people/person-link";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { ReadView } from "#lib/records/sharing-queries";

type ReadListProps = { reads: readonly ReadView[]; timeZone: string };

const inSight = 5;

/** Who else opened the reader's own record, when, and by what right. */
export function ReadList({ reads, timeZone }: ReadListProps) {
  return (
    <Section title="Who opened it" note="the latest first; once an hour for each reader and way">
      {reads.length === 0 ? (
        <p className="border-y py-4 text-ink-soft">Nobody else has opened your record.</p>
      ) : (
        <ul className="rows border-b">
          {reads.map((read) => (
            <Read key={`${read.at} ${read.reader.address} ${read.way}`} read={read} timeZone={timeZone} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The same beside the record: the latest of them. */
export function RecentReads({ reads, address, timeZone }: ReadListProps & { address: string }) {
  const sharing = `/people/${encodeURIComponent(address)}/record/sharing`;
  return (
    <div data-screen-only="">
      <Section title="Who opened it" action={<Link href={sharing}>Who may</Link>}>
        {reads.length === 0 ? (
          <p className="border-t pt-2 text-ink-soft">Nobody else has opened your record.</p>
        ) : (
          <ul className="rows border-b">
            {reads.slice(0, inSight).map((read) => (
              <Read key={`${read.at} ${read.reader.address} ${read.way}`} read={read} timeZone={timeZone} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

function Read({ read: { reader, right, team, way, at }, timeZone }: { read: ReadView; timeZone: string }) {
  return (
    <li className="py-1.5">
      <PersonLink person={reader} />{" "}
      <span className="text-ink-soft">
        {right === "manager" ? `as a manager of ${team}` : "with whom you shared it"}
        {wayWords[way]}
      </span>
      <Instant at={at} timeZone={timeZone} className="block text-ink-faint text-small" />
    </li>
  );
}

const wayWords = { screen: "", export: ", as a file", api: ", with a program of theirs" };

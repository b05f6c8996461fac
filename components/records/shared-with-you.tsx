import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { recordAddress } from "#lib/records/addresses";
import type { SharedView } from "#lib/records/sharing-queries";

/** Whose record the reader may open because that person chose so. Nothing for whoever has none. */
export function SharedWithYou({ shared, timeZone }: { shared: readonly SharedView[]; timeZone: string }) {
  if (shared.length === 0) return null;
  return (
    <Section title="Shared with you">
      <ul className="rows border-b">
        {shared.map(({ person, sharedAt }) => (
          <li key={person.address} className="py-2">
            <Link href={recordAddress(person.address)} className="font-semibold">
              {person.name}
            </Link>
            <span className="block text-ink-faint text-small">
              since <Instant at={sharedAt} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

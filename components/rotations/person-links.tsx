import { Link } from "#components/ui/link";
import type { PersonView } from "#lib/rotations/views";

type PersonLinksProps = {
  label: string;
  people: readonly PersonView[];
  /** The address of the one whose page this is. */
  chosen: string | null;
  /** The reader's own address. */
  address: string | null;
  hrefOf: (person: PersonView) => string;
};

/** Lets a lead choose for whom something is done: one link a person, the reader first. */
export function PersonLinks({ label, people, chosen, address, hrefOf }: PersonLinksProps) {
  const inOrder = people.toSorted((one, other) => Number(other.address === address) - Number(one.address === address));
  return (
    <nav aria-label={label} className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-ink-faint text-small">{label}</span>
      {inOrder.map((person) => {
        const name = person.address === address ? "yourself" : person.name;
        return person.address === chosen ? (
          <b key={person.address} aria-current="true">
            {name}
          </b>
        ) : (
          <Link key={person.address} href={hrefOf(person)} className="touch:py-2">
            {name}
          </Link>
        );
      })}
    </nav>
  );
}

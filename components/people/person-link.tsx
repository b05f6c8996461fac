import { Link } from "#components/ui/link";

type PersonLinkProps = { person: { address: string; name: string; isActive?: boolean }; className?: string };

/** A person's name, leading to their page. */
export function PersonLink({ person, className }: PersonLinkProps) {
  return (
    <>
      <Link href={personAddress(person.address)} className={className}>
        {person.name}
      </Link>
      {person.isActive === false && <span className="text-ink-faint text-small"> deactivated</span>}
    </>
  );
}

/** The page of the person with this e-mail or handle. */
export const personAddress = (address: string, room = "") => `/people/${encodeURIComponent(address)}${room}`;

import { Link } from "#components/ui/link";
import type { Author } from "#lib/documents/views";

/** Somebody by name, with the way to their page; a token or an import has none. */
export function AuthorName({ author: { address, name } }: { author: Author }) {
  return address ? <Link href={`/people/${encodeURIComponent(address)}`}>{name}</Link> : name;
}

import { EmptyState } from "#components/layout/empty-state";
import { ResultRows } from "#components/search/result-rows";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { type SearchItem, type SearchKind, searchKinds } from "#lib/search/items";

const headings: Record<SearchKind, string> = {
  service: "Services",
  team: "Teams",
  rotation: "Rotations",
  person: "People",
  document: "Runbooks and notes",
  signature: "Signatures",
};

/** What a search found, by kind, each with the reason. */
export function ResultList({ query, items }: { query: string; items: readonly SearchItem[] }) {
  if (items.length === 0) {
    return (
      <EmptyState title={`Nothing is like “${query}”`}>
        Try fewer words, or a part of a name. <Link href="/search/paste">Paste an error</Link> whole: what it means and
        the services it names are found.
      </EmptyState>
    );
  }
  const kinds = searchKinds.filter((kind) => items.some((item) => item.kind === kind));
  return kinds.map((kind) => (
    <Section key={kind} title={headings[kind]} note={items.filter((item) => item.kind === kind).length}>
      <ResultRows items={items.filter((item) => item.kind === kind)} />
    </Section>
  ));
}

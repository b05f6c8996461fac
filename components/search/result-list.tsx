import { EmptyState } from "#components/layout/empty-state";
import { Excerpt } from "#components/search/excerpt";
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
        Try fewer words, or a part of a name. An error or a log can be pasted whole: the services it names are found.
      </EmptyState>
    );
  }
  const kinds = searchKinds.filter((kind) => items.some((item) => item.kind === kind));
  return kinds.map((kind) => (
    <Section key={kind} title={headings[kind]} note={items.filter((item) => item.kind === kind).length}>
      <ul className="border-t">
        {items
          .filter((item) => item.kind === kind)
          .map((item) => (
            <li key={item.url} className="flex flex-wrap items-baseline justify-between gap-x-6 border-b py-2">
              <span className="min-w-0">
                <Link href={item.url} className="font-semibold">
                  {item.name}
                  {item.section && <span className="font-normal"> › {item.section}</span>}
                </Link>
                {item.hint && <span className="ml-3 text-ink-soft text-small">{item.hint}</span>}
              </span>
              <span className="text-ink-faint text-small">{item.why}</span>
              {item.excerpt && <Excerpt excerpt={item.excerpt} />}
            </li>
          ))}
      </ul>
    </Section>
  ));
}

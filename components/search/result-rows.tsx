import { Excerpt } from "#components/search/excerpt";
import { Link } from "#components/ui/link";
import type { SearchItem } from "#lib/search/items";

/** Things that were found, each with its reason; of a document the section and the words around those that were sought. */
export function ResultRows({ items }: { items: readonly SearchItem[] }) {
  return (
    <ul className="border-t">
      {items.map((item) => (
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
  );
}

import { X } from "lucide-react";
import { Link } from "#components/ui/link";
import { type Chosen, catalogAddress, without } from "#lib/services/catalog-address";
import type { ServiceFilter } from "#lib/services/filter";

/** What narrows the list, as words that can be taken away one by one. */
export function CatalogChosen({ filter, chosen }: { filter: ServiceFilter; chosen: readonly Chosen[] }) {
  if (chosen.length === 0) return null;
  return (
    <ul aria-label="What narrows the list" className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-small">
      {chosen.map((one) => (
        <li key={`${one.key} ${one.value}`}>
          <Link
            href={catalogAddress(without(filter, one))}
            scroll={false}
            className="inline-flex items-center gap-1 text-ink-soft hover:text-ink touch:py-2"
          >
            <span className="sr-only">Remove </span>
            {one.label}
            <X aria-hidden="true" className="size-3.5 text-ink-faint" />
          </Link>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <Link href={catalogAddress({ sort: filter.sort })} scroll={false} className="touch:py-2">
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}

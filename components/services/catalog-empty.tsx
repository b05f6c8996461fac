import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import type { Catalog } from "#lib/services/browse-queries";
import { catalogAddress, without } from "#lib/services/catalog-address";

type CatalogEmptyProps = {
  catalog: Pick<Catalog, "filter" | "chosen" | "ways">;
  canCreate: boolean;
  canImport: boolean;
};

/** Where the list would be: why it is empty and which way leads on. */
export function CatalogEmpty({ catalog: { filter, chosen, ways }, canCreate, canImport }: CatalogEmptyProps) {
  const create = canCreate && <ButtonLink href="/services/new">New service</ButtonLink>;
  if (chosen.length === 0) {
    return (
      <EmptyState
        title="The catalog is empty"
        action={
          <>
            {canImport && (
              <ButtonLink href="/administration/imports" variant="primary">
                Import descriptors
              </ButtonLink>
            )}
            {create}
          </>
        }
      >
        Import the descriptors you have, or write the first service by hand. Its team is asked for next.
      </EmptyState>
    );
  }
  if (chosen.length === 1 && chosen[0]?.key === "starred") {
    return (
      <EmptyState title="You have starred nothing yet" action={<ButtonLink href="/services">All services</ButtonLink>}>
        The star beside a service keeps it here and on your home page.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No service matches all of this" action={filter.query ? create : undefined}>
      {ways.length > 0 ? (
        <ul className="mt-1 grid gap-1">
          {ways.map((way) => (
            <li key={`${way.key} ${way.value}`}>
              <Link href={catalogAddress(without(filter, way))}>Without {way.label}</Link>
              <span className="ml-2 text-ink-faint text-small">
                {way.count} {way.count === 1 ? "service" : "services"}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          No single one of them is to blame. <Link href="/services">Begin again with all services</Link>.
        </p>
      )}
    </EmptyState>
  );
}

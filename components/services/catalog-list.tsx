import { StarButton } from "#components/services/star-button";
import { Link } from "#components/ui/link";
import { Status } from "#components/ui/status";
import { starServiceAction } from "#lib/services/actions";
import type { CatalogItem } from "#lib/services/catalog-queries";
import { describeGap } from "#lib/services/gaps";

/** Services, one below the other: what each is, who owns it, what is missing. One form carries all the stars. */
export function CatalogList({ services }: { services: readonly CatalogItem[] }) {
  return (
    <form action={starServiceAction} className="print:block!">
      <ul className="rows border-b">
        {services.map((service) => (
          <li key={service.slug} className="flex items-start gap-x-2 py-2.25">
            <CatalogRow service={service} />
            <StarButton service={service.slug} name={service.name} isStarred={service.isStarred} />
          </li>
        ))}
      </ul>
    </form>
  );
}

function CatalogRow({ service }: { service: CatalogItem }) {
  const gaps = service.gaps.filter((gap) => gap !== "delivery-team");
  return (
    <div className="grid min-w-0 flex-1 gap-x-5 gap-y-0.5 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <div className="min-w-0">
        <Link href={`/services/${service.slug}`} className="font-semibold text-ink">
          {service.name}
        </Link>
        {service.description && <p className="truncate text-ink-soft">{service.description}</p>}
        {gaps.length > 0 && (
          <p className="text-ink-faint text-small">{gaps.map((gap) => describeGap(gap).label).join(" · ")}</p>
        )}
      </div>
      <div className="text-small max-sm:flex max-sm:flex-wrap max-sm:gap-x-2">
        <Owner service={service} />
        <p className="text-ink-faint">{factsOf(service)}</p>
      </div>
    </div>
  );
}

function Owner({ service }: { service: CatalogItem }) {
  if (service.team) return <p className="truncate text-ink-soft">{service.team.name}</p>;
  return (
    <Status tone="bad" className="block">
      {service.ownerReference ? `${service.ownerReference} is not here` : "nobody owns it"}
    </Status>
  );
}

function factsOf({ tier, lifecycle, type }: CatalogItem): string {
  return [tier && `tier ${tier}`, lifecycle, type !== "service" && type].filter(Boolean).join(" · ");
}

import { NeighbourTable } from "#components/services/neighbour-table";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Neighbour, ServiceView } from "#lib/services/queries";

type NeedsProps = { service: ServiceView; needs: readonly Neighbour[]; neededBy: readonly Neighbour[] };

/** What a service needs, and what needs it: one step each way. */
export function Needs({ service, needs, neededBy }: NeedsProps) {
  const address = `/services/${service.slug}/dependencies`;
  const hasAny = needs.length + neededBy.length > 0;
  return (
    <>
      <Section title="Needs" action={hasAny && <Link href={address}>Open graph</Link>}>
        {needs.length > 0 ? (
          <NeighbourTable caption={`What ${service.name} needs`} neighbours={needs} />
        ) : (
          <p className="border-t py-2.5 text-ink-faint">
            Nothing is noted.{" "}
            {service.permissions.canEdit && <Link href={`${address}#add`}>Note what it cannot do without</Link>}
          </p>
        )}
      </Section>
      <Section title="Needed by">
        {neededBy.length > 0 ? (
          <NeighbourTable caption={`What needs ${service.name}`} neighbours={neededBy} />
        ) : (
          <p className="border-t py-2.5 text-ink-faint">Nothing that is known here.</p>
        )}
      </Section>
    </>
  );
}

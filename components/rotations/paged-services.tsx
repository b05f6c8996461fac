import { Fragment } from "react";
import { Fact, Facts, FactValue, FactValues } from "#components/ui/facts";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { PagedService } from "#lib/rotations/escalation/paged-queries";
import type { RotationView } from "#lib/rotations/views";

type PagedServicesProps = { rotation: RotationView; services: readonly PagedService[] };

const seats = { delivery: "first", backup: "as backup", ops: "as ops" } as const;

/** The services that are paged through a rotation: in which seat, and why. */
export function PagedServices({ rotation, services }: PagedServicesProps) {
  const hidden = rotation.services - new Set(services.map(({ slug }) => slug)).size;
  const bySeat = Map.groupBy(services, ({ seat }) => seat);
  return (
    <Section title="Paged through it" note={rotation.services > 0 && rotation.services}>
      {services.length === 0 ? (
        <p className="border-y py-2.5 text-ink-soft">
          No service yet. Name it in the escalation path of a service
          {!rotation.isTeamDefault && ", or let it stand the watch of its team’s services"}.
        </p>
      ) : (
        <Facts className="border-t pt-2.25">
          {[...bySeat].map(([seat, list]) => (
            <Fact key={seat} term={seats[seat]}>
              <FactValues>
                <Reason note="in their escalation paths" services={list.filter(({ isByPath }) => isByPath)} />
                <Reason note="because of their team" services={list.filter(({ isByPath }) => !isByPath)} />
              </FactValues>
            </Fact>
          ))}
        </Facts>
      )}
      {hidden > 0 && <p className="pt-2 text-ink-faint text-small">and {hidden} more</p>}
    </Section>
  );
}

function Reason({ note, services }: { note: string; services: readonly PagedService[] }) {
  if (services.length === 0) return null;
  return (
    <FactValue note={note}>
      {services.map(({ slug, name }, index) => (
        <Fragment key={slug}>
          {index > 0 && ", "}
          <Link href={`/services/${slug}`}>{name}</Link>
        </Fragment>
      ))}
    </FactValue>
  );
}

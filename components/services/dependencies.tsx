import { DependencyActions } from "#components/services/dependency-actions";
import { DependencyForm } from "#components/services/dependency-form";
import { NeedsNothing } from "#components/services/needs-nothing";
import { NeighbourTable } from "#components/services/neighbour-table";
import { Section } from "#components/ui/section";
import type { Neighbour, ServiceView } from "#lib/services/queries";

type DependenciesProps = { service: ServiceView; timeZone: string; needs: Neighbour[]; neededBy: Neighbour[] };

/** The direct needs of a service and what needs it, to be read and, by its teams, changed. */
export function Dependencies({ service, timeZone, needs, neededBy }: DependenciesProps) {
  const canEdit = service.permissions.canEdit && !service.retiredAt;
  const actions = (neighbour: Neighbour) => <DependencyActions service={service.slug} neighbour={neighbour} />;
  return (
    <>
      <Section title="Needs" note={String(needs.length)}>
        {needs.length > 0 ? (
          <NeighbourTable
            caption={`What ${service.name} needs`}
            neighbours={needs}
            actions={canEdit ? actions : undefined}
          />
        ) : (
          <NeedsNothing service={service} timeZone={timeZone} canEdit={canEdit} />
        )}
      </Section>
      <Section title="Needed by" note={String(neededBy.length)}>
        {neededBy.length > 0 ? (
          <NeighbourTable caption={`What needs ${service.name}`} neighbours={neededBy} />
        ) : (
          <p className="border-t py-2.5 text-ink-faint">Nothing that is known here.</p>
        )}
      </Section>
      {canEdit && (
        <Section id="add" title="Note a need">
          <div className="border-t pt-4" data-screen-only="">
            {/* A need that was added makes this another, empty form. */}
            <DependencyForm
              key={needs.map(({ dependency, kind }) => dependency + kind).join()}
              service={service.slug}
            />
          </div>
        </Section>
      )}
    </>
  );
}

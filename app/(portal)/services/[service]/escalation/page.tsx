import { notFound } from "next/navigation";
import { EmptySeats } from "#components/services/empty-seats";
import { EscalationForm } from "#components/services/escalation-form";
import { EscalationPath } from "#components/services/escalation-path";
import { ServiceHeader } from "#components/services/service-header";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { findEscalation } from "#lib/rotations/escalation/escalation-queries";
import { findServiceSeats } from "#lib/rotations/seat-queries";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/escalation">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Escalation");

export default async function EscalationPage({ params }: Props) {
  const { viewer, service } = await loadService(params, "/escalation");
  const { timeZone } = viewer;
  const [path, seats] = await Promise.all([
    findEscalation(viewer, service.id),
    findServiceSeats(viewer, service.id, now()),
  ]);
  if (!path) notFound();

  return (
    <>
      <ServiceHeader service={service} timeZone={timeZone} />
      <div className="max-w-[46rem]">
        <Section title="Who is paged" note={path.isOwn ? undefined : "by the rotations of its teams"}>
          <EscalationPath path={path} seats={seats} timeZone={timeZone} />
          <p className="mt-2 text-ink-faint text-small">
            The minutes are a safety net for a page that nobody answered. Ops is there at any moment: one tap pages
            whoever is on call, and no timer stands in between.
          </p>
          <EmptySeats service={service} seats={seats} />
        </Section>
        {service.permissions.canEscalate && !service.retiredAt && (
          <Section title={path.isOwn ? "Change it" : "Give it a path of its own"}>
            <div className="border-t pt-4">
              <EscalationForm service={{ slug: service.slug, name: service.name }} path={path} />
            </div>
          </Section>
        )}
      </div>
    </>
  );
}

import { EventHistory } from "#components/history/event-history";
import { PageColumns } from "#components/layout/page-columns";
import { OwnershipHistory } from "#components/services/ownership-history";
import { ServiceHeader } from "#components/services/service-header";
import { Section } from "#components/ui/section";
import { listEventsFrom } from "#lib/event-queries";
import { readDay } from "#lib/services/owners-on";
import { listOwnerships } from "#lib/services/queries";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/history">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "History");

export default async function ServiceHistoryPage({ params, searchParams }: Props) {
  const [{ viewer, service }, { at, cursor }] = await Promise.all([loadService(params, "/history"), searchParams]);
  const [events, spans = []] = await Promise.all([
    listEventsFrom(viewer, service.id, cursor),
    listOwnerships(viewer, service.slug),
  ]);
  const { timeZone } = viewer;
  const address = `/services/${service.slug}`;

  return (
    <>
      <ServiceHeader service={service} timeZone={timeZone} />
      <PageColumns
        aside={
          <OwnershipHistory
            service={service}
            spans={spans}
            timeZone={timeZone}
            asked={at?.toString()}
            day={readDay(at)}
          />
        }
      >
        <Section title="What happened">
          <EventHistory
            events={events.part}
            isLater={events.isLater}
            timeZone={timeZone}
            here={address}
            path={`${address}/history`}
          />
        </Section>
      </PageColumns>
    </>
  );
}

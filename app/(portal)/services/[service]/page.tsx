import { ServiceSummary } from "#components/coverage/service-summary";
import { WrittenSection } from "#components/documents/written-section";
import { Provenance } from "#components/history/provenance";
import { DoneNotice } from "#components/rotations/standing-in/done-notice";
import { WatchActions } from "#components/rotations/standing-in/watch-actions";
import { About } from "#components/services/about";
import { DoneToast } from "#components/services/done-toast";
import { Lately } from "#components/services/lately";
import { MissingList } from "#components/services/missing-list";
import { Needs } from "#components/services/needs";
import { OnWatch } from "#components/services/on-watch";
import { OwnedBy } from "#components/services/owned-by";
import { ServiceHeader } from "#components/services/service-header";
import { ThingColumns } from "#components/services/thing-columns";
import { WhereItIs } from "#components/services/where-it-is";
import { now } from "#lib/clock";
import { findCoverageSummary } from "#lib/coverage/summary-queries";
import { listServiceDocuments } from "#lib/documents/queries";
import { listEvents } from "#lib/event-queries";
import { findProvenance } from "#lib/imports/queries";
import { dayAt, spanOfDays } from "#lib/rotations/drawing/days";
import { findServiceRosters, findServiceSeats } from "#lib/rotations/seat-queries";
import { findWatchDesk } from "#lib/rotations/standing-in/rotation-life-queries";
import { listNeighbours } from "#lib/services/queries";
import { loadService, serviceMetadata } from "./load-service";

type Props = PageProps<"/services/[service]">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params);

/** How many days of the watches are in sight, today among them. */
const days = 5;

export default async function ServicePage({ params, searchParams }: Props) {
  const { viewer, service } = await loadService(params);
  const [at, { timeZone }] = [now(), viewer];
  const today = dayAt(at, timeZone);
  const [{ done }, seats, rosters, neighbours, events, origin, documents, coverage] = await Promise.all([
    searchParams,
    findServiceSeats(viewer, service.id, at),
    findServiceRosters(viewer, service.id, spanOfDays(today, days, timeZone)),
    listNeighbours(viewer, service.id),
    listEvents(viewer, service.id, { limit: 5 }),
    findProvenance(viewer, service.id),
    listServiceDocuments(viewer, service.id, at),
    findCoverageSummary(viewer, service.id),
  ]);

  const desk = await findWatchDesk(viewer, seats.delivery, done, at);
  const reader = { address: viewer.email, timeZone, now: at.toString() };

  return (
    <>
      <ServiceHeader service={service} timeZone={timeZone} />
      <DoneNotice done={desk?.done} {...reader} />
      <ThingColumns
        top={
          !service.retiredAt && (
            <OnWatch {...{ service, seats, rosters, days, timeZone }} day={today.toString()} now={at.toString()}>
              {desk && (
                <WatchActions
                  {...desk}
                  {...reader}
                  seat={seats.delivery}
                  what="delivery"
                  back={`/services/${service.slug}`}
                />
              )}
            </OnWatch>
          )
        }
        first={
          <>
            <OwnedBy service={service} timeZone={timeZone} />
            <WhereItIs service={service} />
          </>
        }
        last={
          <>
            {coverage && !service.retiredAt && <ServiceSummary slug={service.slug} summary={coverage} />}
            <Lately events={events} timeZone={timeZone} address={`/services/${service.slug}`} />
            <Provenance origin={origin} timeZone={timeZone} />
          </>
        }
      >
        <MissingList service={service} />
        <WrittenSection service={service} documents={documents} timeZone={timeZone} />
        <About description={service.description} />
        <Needs service={service} {...neighbours} />
      </ThingColumns>
      <DoneToast service={service.slug} done={done} />
    </>
  );
}

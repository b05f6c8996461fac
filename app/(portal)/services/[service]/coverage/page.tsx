import { CoverageDay } from "#components/coverage/coverage-day";
import { ServiceCoverage } from "#components/coverage/service-coverage";
import { ServiceCoverageHead } from "#components/coverage/service-coverage-head";
import { EmptyState } from "#components/layout/empty-state";
import { ServiceHeader } from "#components/services/service-header";
import { now } from "#lib/clock";
import { findServiceCoverage } from "#lib/coverage/service-queries";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/coverage">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Coverage");

export default async function ServiceCoveragePage({ params, searchParams }: Props) {
  const [{ viewer, service }, { at }] = await Promise.all([loadService(params, "/coverage"), searchParams]);
  const { coverage, day } = await findServiceCoverage(viewer, service, [at].flat().at(-1), now());
  const { timeZone } = viewer;

  return (
    <>
      <ServiceHeader service={service} timeZone={timeZone} />
      {coverage ? (
        <ServiceCoverage
          {...{ service, coverage, timeZone }}
          head={
            <ServiceCoverageHead {...{ service, coverage, day, timeZone }} canMeasure={service.permissions.canEdit} />
          }
        />
      ) : (
        <>
          <CoverageDay
            {...{ timeZone }}
            action={`/services/${service.slug}/coverage`}
            day={undefined}
            asked={day.asked}
            latest={day.latest}
            measuredAt={null}
            present=""
          />
          <EmptyState title="A retired service is not measured">
            How it was covered before can be seen on any day of its life.
          </EmptyState>
        </>
      )}
    </>
  );
}

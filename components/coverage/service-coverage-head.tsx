import { CoverageDay } from "#components/coverage/coverage-day";
import { MeasureButton } from "#components/coverage/measure-button";
import { Instant } from "#components/ui/instant";
import type { ShownDay } from "#lib/coverage/overview-queries";
import type { ServiceCoverage } from "#lib/coverage/service-queries";

type ServiceCoverageHeadProps = {
  service: { slug: string };
  coverage: ServiceCoverage;
  day: ShownDay;
  canMeasure: boolean;
  timeZone: string;
};

/** Which day is shown, and for the present whether the daily measurement has seen the same. */
export function ServiceCoverageHead({ service, coverage, day, canMeasure, timeZone }: ServiceCoverageHeadProps) {
  const { found } = coverage;
  const action = `/services/${service.slug}/coverage`;
  const asked = day.shown ? undefined : day.asked;
  if ("recomputed" in found) {
    return (
      <CoverageDay {...{ action, timeZone, asked }} day={day.shown} latest={day.latest} measuredAt={found.measuredAt} />
    );
  }
  const { measured } = found;
  return (
    <CoverageDay
      {...{ action, timeZone, asked }}
      day={undefined}
      latest={day.latest}
      present={
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {canMeasure && <MeasureButton service={service.slug} />}
          <p role="status" className="text-ink-faint text-small">
            As it is now. {!measured && "It has not been measured yet, so no list knows of it."}
            {measured && (
              <>
                Measured last <Instant at={measured.at} timeZone={timeZone} style="moment" />
                {measured.isSame
                  ? ", with the same outcome."
                  : ", otherwise: lists show that until it is measured again."}
              </>
            )}
          </p>
        </div>
      }
      measuredAt={null}
    />
  );
}

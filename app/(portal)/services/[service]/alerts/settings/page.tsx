import { AlertSettings } from "#components/alerts/settings/alert-settings";
import { ServiceHeader } from "#components/services/service-header";
import { listHeartbeats } from "#lib/alerts/heartbeats/queries";
import { intakeOrigin, listIntakeKeys } from "#lib/alerts/intake/intake-queries";
import { listMaintenance } from "#lib/alerts/maintenance/queries";
import { now } from "#lib/clock";
import { loadService, serviceMetadata } from "../../load-service";

type Props = PageProps<"/services/[service]/alerts/settings">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Alert settings");

export default async function AlertSettingsPage({ params }: Props) {
  const { viewer, service } = await loadService(params, "/alerts/settings");
  const at = now();
  const [windows = [], heartbeats = [], keys, origin] = await Promise.all([
    listMaintenance(viewer, service.slug, at),
    listHeartbeats(viewer, service.slug),
    listIntakeKeys(viewer, service.slug),
    intakeOrigin(),
  ]);

  return (
    <>
      <ServiceHeader service={service} timeZone={viewer.timeZone} />
      <AlertSettings
        {...{ service, windows, heartbeats, keys, origin }}
        span={{ from: at.toString(), to: at.add({ hours: 2 }).toString() }}
        timeZone={viewer.timeZone}
        now={at.toString()}
      />
    </>
  );
}

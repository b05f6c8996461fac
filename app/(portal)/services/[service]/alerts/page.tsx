import { ServiceAlerts } from "#components/alerts/service-alerts";
import { ServiceHeader } from "#components/services/service-header";
import { listEngagement } from "#lib/alerts/engagement-queries";
import { listUnansweredOf } from "#lib/alerts/noise-queries";
import { listAlerts } from "#lib/alerts/queries";
import { listStatedRules } from "#lib/alerts/rules/impact-queries";
import { now } from "#lib/clock";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/alerts">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Alerts");

export default async function ServiceAlertsPage({ params }: Props) {
  const { viewer, service } = await loadService(params, "/alerts");
  const at = now();
  const [open, over, unanswered, rules, engagement] = await Promise.all([
    listAlerts(viewer, { service: service.slug, status: "open", limit: 50 }),
    listAlerts(viewer, { service: service.slug, status: "resolved", limit: 10 }),
    listUnansweredOf(viewer, service.id, at),
    listStatedRules(viewer, service.id),
    listEngagement(viewer, service.id, at),
  ]);

  return (
    <>
      <ServiceHeader service={service} timeZone={viewer.timeZone} />
      <ServiceAlerts
        {...{ service, rules, unanswered, engagement, open: open.items, over: over.items }}
        timeZone={viewer.timeZone}
        now={at.toString()}
      />
    </>
  );
}

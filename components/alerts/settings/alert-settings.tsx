import { Heartbeats } from "#components/alerts/settings/heartbeats";
import { IntakeKeys } from "#components/alerts/settings/intake-keys";
import { Maintenance } from "#components/alerts/settings/maintenance";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { HeartbeatView } from "#lib/alerts/heartbeats/queries";
import type { IntakeKeyView } from "#lib/alerts/intake/intake-queries";
import type { MaintenanceView } from "#lib/alerts/maintenance/queries";
import type { ServiceView } from "#lib/services/queries";

type AlertSettingsProps = {
  service: ServiceView;
  windows: readonly MaintenanceView[];
  heartbeats: readonly HeartbeatView[];
  keys: readonly IntakeKeyView[];
  span: { from: string; to: string };
  origin: string;
  timeZone: string;
  now: string;
};

/** What sends alerts of a service, and when nobody is paged for it. */
export function AlertSettings({ service, windows, heartbeats, keys, span, origin, ...clock }: AlertSettingsProps) {
  const { slug, permissions, retiredAt } = service;
  const canEdit = permissions.canEdit && !retiredAt;
  return (
    <>
      <Maintenance service={slug} windows={windows} canPlan={canEdit} span={span} {...clock} />
      <Heartbeats service={slug} heartbeats={heartbeats} canEdit={canEdit} origin={origin} {...clock} />
      {canEdit && <IntakeKeys service={slug} keys={keys} origin={origin} {...clock} />}
      <Section title="Other senders">
        <p className="max-w-[44rem] text-ink-soft">
          Alertmanager and Grafana name the service in the label <code>service</code>: <code>{slug}</code> is what it
          has to say here. How they are connected stands under{" "}
          <Link href="/administration/senders">Administration → Senders</Link>.
        </p>
      </Section>
    </>
  );
}

import { DrillControls } from "#components/alerts/drills/drill-controls";
import { DrillPeople } from "#components/alerts/drills/drill-people";
import { DrillState, measuredWords } from "#components/alerts/drills/drill-words";
import { Learnt } from "#components/alerts/drills/learnt";
import { PageHeader } from "#components/layout/page-header";
import { RefreshSoon } from "#components/notifications/refresh-soon";
import { PersonLink } from "#components/people/person-link";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import type { DrillPermissions, DrillView } from "#lib/alerts/drills/views";

type OneDrillProps = { drill: DrillView; permissions: DrillPermissions; timeZone: string };

/** One drill: what is played, by whom, what it measured and what it showed. */
export function OneDrill({ drill, permissions, timeZone }: OneDrillProps) {
  const { service, scenario, state, plannedBy, plannedAt, alert } = drill;
  const measured = measuredWords(drill);
  return (
    <>
      <PageHeader
        breadcrumb={[
          { href: "/services", label: "Services" },
          { href: `/services/${service.slug}`, label: service.name },
          { href: `/services/${service.slug}/drills`, label: "Drills" },
        ]}
        title={`Drill of ${service.name}`}
        facts={<DrillState drill={drill} timeZone={timeZone} />}
      />
      {state === "under-way" && (
        <Notice tone="warn" title="Under way." className="mb-6">
          Nothing is broken. It ends by itself an hour after it was raised, and an alert in earnest pages as ever.
          <RefreshSoon />
        </Notice>
      )}
      <DrillControls drill={drill} permissions={permissions} />
      <Section title="What is played">
        <p className="wrap-anywhere max-w-[44rem] whitespace-pre-wrap">{scenario}</p>
        <p className="mt-2 text-ink-faint text-small">
          Planned by <PersonLink person={plannedBy} />, <Instant at={plannedAt} timeZone={timeZone} />
        </p>
      </Section>
      {measured && (
        <Section
          title="What it measured"
          action={alert && <Link href={`/alerts/${alert.id}/account`}>Its account</Link>}
        >
          <p>{measured}</p>
          {alert && alert.stepsWorked > 0 && (
            <p className="text-ink-soft">
              {alert.stepsWorked === 1 ? "One step was" : `${alert.stepsWorked} steps were`} marked as worked.
            </p>
          )}
          {state === "over" && alert?.resolvedBy === null && (
            <p className="text-ink-soft">Nobody ended it: it was over by itself.</p>
          )}
        </Section>
      )}
      <DrillPeople drill={drill} />
      <Learnt drill={drill} canLearn={permissions.canLearn} />
    </>
  );
}

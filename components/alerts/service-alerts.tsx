import { AlertTable } from "#components/alerts/alert-table";
import { EngagementTable } from "#components/alerts/engagement-table";
import { RulesToAnswer } from "#components/alerts/rules-to-answer";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { addressWith } from "#lib/address-values";
import type { Engagement } from "#lib/alerts/engagement-queries";
import type { RuleToAnswer } from "#lib/alerts/noise-queries";
import type { StatedRule } from "#lib/alerts/rules/impact-queries";
import type { AlertItem } from "#lib/alerts/views";
import type { ServiceView } from "#lib/services/queries";

type ServiceAlertsProps = {
  service: ServiceView;
  open: readonly AlertItem[];
  over: readonly AlertItem[];
  unanswered: readonly RuleToAnswer[];
  rules: readonly StatedRule[];
  engagement: readonly Engagement[];
  timeZone: string;
  now: string;
};

/** The alerts of one service, and what may wake somebody for it. */
export function ServiceAlerts({
  service,
  open,
  over,
  unanswered,
  rules,
  engagement,
  timeZone,
  now,
}: ServiceAlertsProps) {
  return (
    <>
      <Section
        title="Open"
        note={open.length > 0 && open.length}
        action={
          <>
            <Link href={`/briefing/${service.slug}`}>Briefing</Link>
            <Link href={`/services/${service.slug}/drills`}>Drills</Link>
            <Link href={`/services/${service.slug}/alerts/settings`}>Maintenance and senders</Link>
          </>
        }
      >
        {open.length > 0 ? (
          <AlertTable caption={`Open alerts of ${service.name}`} alerts={open} {...{ timeZone, now }} />
        ) : (
          <p className="border-y py-4 text-ink-soft">No alert is open.</p>
        )}
      </Section>
      <RulesToAnswer rules={unanswered} timeZone={timeZone} />
      <Section
        title="Over"
        action={
          over.length > 0 && (
            <Link href={addressWith("/alerts", { service: service.slug, status: "resolved" })}>All of them</Link>
          )
        }
      >
        {over.length > 0 ? (
          <AlertTable caption={`Past alerts of ${service.name}`} alerts={over} {...{ timeZone, now }} />
        ) : (
          <p className="border-y py-4 text-ink-soft">None was resolved yet.</p>
        )}
      </Section>
      <EngagementTable months={engagement} />
      {rules.length > 0 && (
        <Section title="What customers see, by rule" note={rules.length}>
          <ul className="rows border-b">
            {rules.map(({ id, name, customerImpact }) => (
              <li key={id} className="py-2.5">
                <code className="wrap-anywhere">{name}</code>
                <span className="block text-small">{customerImpact ?? <Status>nothing: it wakes nobody</Status>}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

import { AlertTable } from "#components/alerts/alert-table";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { AlertItem } from "#lib/alerts/views";

type MyAlertsProps = { alerts: readonly AlertItem[]; timeZone: string; now: string };

/** The open alerts of the reader's teams, and those that are theirs. Nothing while nothing is wrong. */
export function MyAlerts({ alerts, timeZone, now }: MyAlertsProps) {
  if (alerts.length === 0) return null;
  return (
    <Section title="Open alerts" note={alerts.length} action={<Link href="/alerts?mine=true">All of them</Link>}>
      <AlertTable caption="Open alerts of yours" {...{ alerts, timeZone, now }} isServiceShown />
    </Section>
  );
}

import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { type DemoNight, demoNights } from "#lib/alerts/demo/demo-nights";
import { receiveAlerts } from "#lib/alerts/intake/receive";
import { isDemoMode } from "#lib/auth/installation";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Forbidden, NotFound } from "#lib/errors";
import { wakeSoon } from "#lib/jobs/wake";
import { textArray } from "#lib/order";
import { listSeats } from "#lib/rotations/seat-queries";

/**
 * Raises a believable alert in the demo organisation, of a service whose watch the viewer stands where there is one, so
 * that a newcomer can live through a night. Returns its id. Throws Forbidden outside of demo mode.
 */
export async function raiseDemoAlert(viewer: Viewer, at = now()): Promise<string> {
  authorize(viewer, "alert:raise");
  if (!(await isDemoMode())) throw new Forbidden("Only a demo makes alerts up.");
  const { rule, summary, error, service } = await nearestNight(viewer, at);
  const [received] = await receiveAlerts(
    [
      {
        ...{ origin: "demo", dedupKey: crypto.randomUUID(), status: "firing", serviceSaid: service, rule, summary },
        ...{ severity: "critical", customerImpact: null, labels: { alertname: rule, service }, details: { error } },
        ...{ links: [], startsAt: at, endsAt: null, note: null, fingerprint: crypto.randomUUID() },
      },
    ],
    at,
  );
  if (!received?.alert) throw new NotFound("The demo organisation is not here.");
  wakeSoon();
  return received.alert;
}

async function nearestNight(viewer: Viewer, at: Temporal.Instant): Promise<DemoNight> {
  const rows = await readRows<{ id: string; slug: string; deliveryTeamId: string | null }>(sql`
    select id, slug, delivery_team_id as "deliveryTeamId" from services
    where slug = any(${textArray(demoNights.map(({ service }) => service))}::text[]) and retired_at is null`);
  const seats = await listSeats(
    viewer,
    rows.map(({ id }) => id),
    at,
  );
  const isMine = ({ teamId }: { teamId: string }, id: string | null) => teamId === id;
  const near =
    rows.find(({ id }) => seats.get(id)?.delivery.person?.email === viewer.email && viewer.email !== null) ??
    rows.find(({ deliveryTeamId }) => viewer.memberships.some((one) => isMine(one, deliveryTeamId)));
  return demoNights.find(({ service }) => service === near?.slug) ?? demoNights[0];
}

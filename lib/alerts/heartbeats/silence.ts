import type { Delivery } from "#lib/alerts/intake/delivery";

type Beating = { everySeconds: number; graceSeconds: number };

/** When a heartbeat that beat at `beatAt` counts as silent. */
export const silentAfter = ({ everySeconds, graceSeconds }: Beating, beatAt: Temporal.Instant): Temporal.Instant =>
  beatAt.add({ seconds: everySeconds + graceSeconds });

type Silent = { id: string; serviceId: string; slug: string; name: string; customerImpact: string | null };

/** What a heartbeat that stays away says of its service, and what its next beat says: that this is over. */
export function silence(heartbeat: Silent, status: "firing" | "resolved", at: Temporal.Instant): Delivery {
  const { id, serviceId, slug, name, customerImpact } = heartbeat;
  return {
    ...{ origin: "heartbeat", dedupKey: id, status, serviceSaid: null, serviceId, customerImpact },
    ...{ rule: `Heartbeat ${slug}`, severity: "error", summary: `${name} has stopped beating` },
    ...{ labels: { heartbeat: slug }, details: null, links: [], startsAt: at, endsAt: null, note: null },
    ...{ fingerprint: `${id} ${status} ${at}`, by: { personId: null, name: "Watchbill" } },
  };
}

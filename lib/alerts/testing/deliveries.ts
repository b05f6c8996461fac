import type { Delivery } from "#lib/alerts/intake/delivery";

/** A Tuesday, by night in Europe: nobody's usual working hours. */
export const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
export const after = (minutes: number): Temporal.Instant => night.add({ seconds: Math.round(minutes * 60) });

let made = 0;

/** An alert as a sender tells it, with a key of its own and an impact on customers, firing since `night`. */
export function delivery(facts: Partial<Delivery> = {}): Delivery {
  const key = facts.dedupKey ?? `key-${++made}`;
  return {
    ...{ origin: "alertmanager", dedupKey: key, status: "firing", serviceSaid: null, rule: "PumpStopped" },
    ...{ severity: "critical", summary: "The pump stands still", customerImpact: "Nobody gets water.", labels: {} },
    ...{ details: null, links: [], startsAt: night, endsAt: null, note: null },
    fingerprint: `${key} ${facts.status ?? "firing"} ${facts.startsAt ?? night}`,
    ...facts,
  };
}

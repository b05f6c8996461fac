import "server-only";
import type { ServiceFacts } from "#lib/coverage/facts";
import { judge } from "#lib/coverage/judge";
import { keepSnapshots } from "#lib/coverage/keep-snapshots";
import type { CoverageLimits } from "#lib/coverage/limits";
import { loadFacts, newShared, type Shared } from "#lib/coverage/load-facts";
import type { Measured } from "#lib/coverage/views";

/** How many services are measured at once: so many that statements are few, and so few that nobody waits for it. */
export const atOnce = 100;

/**
 * Measures these services as they are at `at`, and keeps what changed, each batch in a short transaction of its own.
 * `each` is given the facts of every one. Takes ids of living services; others are left out. Of no viewer.
 */
export async function measureAll(
  serviceIds: readonly string[],
  limits: CoverageLimits,
  at: Temporal.Instant,
  { shared = newShared(), each }: { shared?: Shared; each?: (facts: ServiceFacts) => void } = {},
): Promise<Measured> {
  const measured = { services: 0, changed: 0 };
  for (let start = 0; start < serviceIds.length; start += atOnce) {
    const facts = await loadFacts(serviceIds.slice(start, start + atOnce), limits, at, shared);
    const found = [...facts.values()].map((one) => ({
      id: one.service.id,
      deliveryTeamId: one.team?.id ?? null,
      checks: judge(one, limits, at),
    }));
    measured.changed += await keepSnapshots(found, at);
    measured.services += found.length;
    if (each) for (const one of facts.values()) each(one);
  }
  return measured;
}

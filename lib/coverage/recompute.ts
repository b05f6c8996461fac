import "server-only";
import type { Check } from "#lib/coverage/checks";
import { deliveryTeam, lead, opsTeam } from "#lib/coverage/judging/owned";
import { opsNow } from "#lib/coverage/judging/reachable";
import { loadPastOwners } from "#lib/coverage/loading/past";
import type { Recomputed } from "#lib/coverage/views";

/** A run looks at a service up to so long after the instant as of which it measures. */
const runMinutes = 2;

/**
 * The checks that rest on spans alone, computed again as of when they were measured and as of `at`, and whether that
 * agrees with what was `measured`. The ops watch is left out once the rotations of its seat were changed: which one
 * filled it before leaves no span.
 */
export async function recompute(
  serviceId: string,
  measured: readonly Check[],
  measuredAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<Recomputed[]> {
  const [whenMeasured, whenAsked] = [await judgeSpans(serviceId, measuredAt), await judgeSpans(serviceId, at)];
  const isShort = whenMeasured.some((check) => !agrees(measured, check));
  const soonAfter = isShort ? await judgeSpans(serviceId, measuredAt.add({ minutes: runMinutes })) : [];
  return whenMeasured.flatMap((check): Recomputed[] => {
    const later = whenAsked.find((other) => other.check === check.check);
    if (!later) return [];
    const looked = [check, ...soonAfter.filter((other) => other.check === check.check)];
    const known = looked.find((other) => agrees(measured, other));
    const verdict = known ? (agrees(measured, later) ? "agrees" : "changed") : "disagrees";
    return [{ check: check.check, whenMeasured: known ?? check, whenAsked: later, verdict }];
  });
}

const agrees = (measured: readonly Check[], { check, state }: Check): boolean =>
  measured.some((other) => other.check === check && other.state === state);

async function judgeSpans(serviceId: string, at: Temporal.Instant): Promise<Check[]> {
  const owners = await loadPastOwners(serviceId, at);
  const found = [deliveryTeam(owners.team), lead(owners.team), opsTeam(owners.opsTeam)];
  return owners.opsNow ? [...found, opsNow(owners.opsNow)] : found;
}

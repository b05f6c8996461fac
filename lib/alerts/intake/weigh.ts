import "server-only";
import type { Tx } from "#db/client";
import type { NewEntry } from "#lib/alerts/entries";
import { asksForImpact, type GateFacts, gate, impactFacts } from "#lib/alerts/gate";
import { joinStorms } from "#lib/alerts/intake/storms";
import { askForImpact, findOrMakeRules, type RulesOf } from "#lib/alerts/intake/weigh-rules";
import type { Working } from "#lib/alerts/intake/working";
import { decisionOf, openingOf, senderOf } from "#lib/alerts/intake/write-alerts";

/** Lets the gate weigh what is new, and what tells more than before; returns what timelines say of that. */
export async function weigh(tx: Tx, all: readonly Working[], at: Temporal.Instant): Promise<NewEntry[]> {
  const weighed = all.filter(({ isWeighed }) => isWeighed);
  const rulesOf = await findOrMakeRules(tx, weighed, at);
  const asking = new Map<string, string>();
  for (const working of weighed) {
    const { own } = rulesOf(working);
    working.alert.ruleId = own?.id ?? rulesOf(working).nobodys?.id ?? null;
    const isAsking =
      own && !own.impactAskedAt && !working.alert.resolvedAt && asksForImpact(factsOf(working, rulesOf), at);
    if (isAsking && !asking.has(own.id)) asking.set(own.id, working.alert.id);
  }
  const asked = await askForImpact(tx, [...asking.keys()], at);
  for (const working of weighed) {
    const { alert } = working;
    const isFirstTime = alert.ruleId !== null && asked.has(alert.ruleId) && asking.get(alert.ruleId) === alert.id;
    const { decision, reason, releasesAt } = gate({ ...factsOf(working, rulesOf), isFirstTime }, at);
    Object.assign(alert, { gate: decision, gateReason: reason, releasesAt });
    Object.assign(alert, decision === "page" ? { pagesFrom: at, nextStepAt: at } : { nextStepAt: releasesAt });
    if (alert.resolvedAt) alert.nextStepAt = null;
    working.isChanged = true;
  }
  return [
    ...weighed.flatMap((working) => (working.isNew ? openingOf(working) : [decisionOf(working)])),
    ...(await join(tx, all, at)),
  ];
}

async function join(tx: Tx, all: readonly Working[], at: Temporal.Instant): Promise<NewEntry[]> {
  const closed = new Set(all.filter(({ alert }) => alert.resolvedAt).map(({ alert }) => alert.id));
  const paging = all.filter(({ isWeighed, alert }) => isWeighed && alert.gate === "page");
  const joined = await joinStorms(tx, paging, closed, at);
  return paging.flatMap((working): NewEntry[] => {
    const leader = joined.get(working.alert.id);
    if (!leader) return [];
    Object.assign(working.alert, { leaderId: leader.id, nextStepAt: null });
    return [
      { alertId: working.alert.id, by: senderOf(working), kind: "joined", leader: leader.id, summary: leader.summary },
    ];
  });
}

function factsOf(working: Working, rulesOf: RulesOf): GateFacts {
  const { alert, delivery, service } = working;
  const { own, nobodys } = rulesOf(working);
  return {
    ...{ severity: alert.severity, isDrill: alert.isDrill, isUnrouted: service === null, isFirstTime: false },
    ...{ maintenanceUntil: service?.maintenanceUntil ?? null, workingHours: service?.workingHours ?? null },
    ...impactFacts({ ...delivery, customerImpact: alert.customerImpact }, [own, nobodys]),
  };
}

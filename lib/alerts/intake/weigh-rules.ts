import "server-only";
import { and, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { alertRules } from "#db/schema";
import type { Working } from "#lib/alerts/intake/working";
import { aboutRule } from "#lib/alerts/rules/apply-rules";
import { systemViewer } from "#lib/auth/policy";
import { type EventInput, recordEvents } from "#lib/events";
import { insertRows } from "#lib/imports/bulk-rows";
import { textArray, uuids } from "#lib/order";

export type RuleRow = typeof alertRules.$inferSelect;
/** The rules that an alert may come from: its service's own, and the one of that name of which nobody said for which. */
export type RulesOf = (alert: Working) => { own: RuleRow | undefined; nobodys: RuleRow | undefined };

/** Finds the rules of these alerts, and makes those that a service has not had before. */
export async function findOrMakeRules(tx: Tx, weighed: readonly Working[], at: Temporal.Instant): Promise<RulesOf> {
  if (weighed.length === 0) return () => ({ own: undefined, nobodys: undefined });
  let rules = await selectRules(tx, weighed);
  const missing = new Map(weighed.filter(({ service }) => service).map((one) => [keyOf(one), one]));
  for (const { serviceId, name } of rules) missing.delete(`${serviceId}\n${name}`);
  if (missing.size > 0) {
    await makeRules(tx, [...missing.values()], at);
    rules = await selectRules(tx, weighed);
  }
  const byKey = new Map(rules.map((rule) => [`${rule.serviceId}\n${rule.name}`, rule]));
  return (one) => ({ own: byKey.get(keyOf(one)), nobodys: byKey.get(`null\n${one.alert.rule}`) });
}

const keyOf = ({ service, alert }: Working) => `${service?.id ?? null}\n${alert.rule}`;

function selectRules(tx: Tx, weighed: readonly Working[]): Promise<RuleRow[]> {
  const names = [...new Set(weighed.map(({ alert }) => alert.rule))];
  const services = [...new Set(weighed.flatMap(({ service }) => service?.id ?? []))];
  const isNamed = sql`${alertRules.name} = any(${textArray(names)}::text[])`;
  const isTheirs = sql`${alertRules.serviceId} = any(${uuids(services)})`;
  return tx
    .select()
    .from(alertRules)
    .where(and(isNamed, or(isNull(alertRules.serviceId), isTheirs)));
}

async function makeRules(tx: Tx, missing: readonly Working[], at: Temporal.Instant): Promise<void> {
  const made = missing
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .map((one) => {
      const { links, severity, by } = one.delivery;
      const runbookUrl = links.find(({ title }) => title === "Runbook")?.url ?? null;
      const variants = [{ severity, condition: null, holdsFor: null, summary: null, description: null }];
      const row = { id: crypto.randomUUID(), serviceId: one.service?.id, name: one.alert.rule, variants, runbookUrl };
      return { one, row: { ...row, createdAt: at, changedAt: at }, by: by?.name ?? "A sender" };
    });
  await insertRows(
    tx,
    alertRules,
    made.map(({ row }) => row),
  );
  const bySender = Map.groupBy(made, ({ by }) => by);
  for (const [by, theirs] of bySender) {
    const events = theirs.map(({ one, row }): EventInput => {
      const about = aboutRule(row.id, row.serviceId);
      return { kind: "alert-rule.created", rule: row.name, service: one.service?.named ?? null, about };
    });
    await recordEvents(tx, systemViewer(by), at, events);
  }
}

/**
 * Marks these rules as asked for their impact on customers, and returns the ids of those that had not been: whoever
 * gets one of them has the rule's one page.
 */
export async function askForImpact(tx: Tx, ruleIds: readonly string[], at: Temporal.Instant): Promise<Set<string>> {
  if (ruleIds.length === 0) return new Set();
  const asked = await tx
    .update(alertRules)
    .set({ impactAskedAt: at })
    .where(
      and(
        isNull(alertRules.impactAskedAt),
        sql`${alertRules.id} in (select id from alert_rules where ${alertRules.id} = any(${uuids(ruleIds)}) order by id for update)`,
      ),
    )
    .returning({ id: alertRules.id });
  return new Set(asked.map(({ id }) => id));
}

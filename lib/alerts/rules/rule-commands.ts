import "server-only";
import { and, eq, isNull, or } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { alertRules } from "#db/schema";
import { aboutRule } from "#lib/alerts/rules/apply-rules";
import type { OneRule, PutRuleInput } from "#lib/alerts/rules/inputs";
import { weighAgain } from "#lib/alerts/rules/weigh-again";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changedFields, changesOf } from "#lib/changes";
import { now } from "#lib/clock";
import { Conflict, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { wakeSoon } from "#lib/jobs/wake";
import { type LockedService, lockService, named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

type RuleRow = typeof alertRules.$inferSelect;

/**
 * Says something of an alert rule of a service, and makes it where there is none; one of which nobody had said for which
 * service becomes this one's, and a retired one comes back. What waits because nobody had said what customers see of it
 * pages then. True when it is new. Throws NotFound, Forbidden, Conflict.
 */
export async function putRule(
  viewer: Viewer,
  { service: slug, name, ...input }: PutRuleInput,
  at = now(),
): Promise<boolean> {
  const said = { ...input, ...impactSaid(input) };
  const isNew = await inTransaction(async (tx) => {
    const service = await lockService(tx, slug);
    authorize(viewer, "alert-rule:edit", teamsOf(service));
    if (service.retiredAt) throw new Conflict(`${service.name} is retired: bring it back before changing its rules.`);
    const present = await findRule(tx, service, name, true);
    const told = { rule: name, service: named(service) };
    if (!present) {
      const row = { serviceId: service.id, name, ...said, createdAt: at, changedAt: at };
      const [made] = await tx.insert(alertRules).values(row).returning({ id: alertRules.id });
      if (!made) throw new Error("The database returned no alert rule.");
      const about = aboutRule(made.id, service.id);
      await recordEvent(tx, viewer, at, { kind: "alert-rule.created", ...told, about });
      return true;
    }
    const about = aboutRule(present.id, service.id);
    const changes = changesOf<RuleRow>(present, said);
    const isTaken = present.serviceId === null;
    if (changes.length === 0 && !present.retiredAt && !isTaken) return false;
    const patch = { ...changedFields<RuleRow>(changes), serviceId: service.id, retiredAt: null, changedAt: at };
    await tx.update(alertRules).set(patch).where(eq(alertRules.id, present.id));
    if (present.retiredAt) await recordEvent(tx, viewer, at, { kind: "alert-rule.restored", ...told, about });
    if (said.customerImpact) await weighAgain(tx, present.id, at);
    const all = isTaken ? [...changes, { field: "service", before: null, after: service.slug }] : changes;
    if (all.length > 0) await recordEvent(tx, viewer, at, { kind: "alert-rule.edited", ...told, changes: all, about });
    return false;
  });
  if (said.customerImpact) wakeSoon();
  return isNew;
}

/** An impact, and that there is none, exclude each other: what was said last holds. */
function impactSaid({ customerImpact, isWithoutCustomerImpact }: Pick<PutRuleInput, ImpactField>) {
  if (isWithoutCustomerImpact) return { customerImpact: null };
  return customerImpact ? { isWithoutCustomerImpact: false } : {};
}

type ImpactField = "customerImpact" | "isWithoutCustomerImpact";

/** Takes an alert rule of a service out of use; its history stays. Throws NotFound, Forbidden. */
export function retireRule(viewer: Viewer, { service: slug, name }: OneRule, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, slug);
    authorize(viewer, "alert-rule:edit", teamsOf(service));
    const present = await findRule(tx, service, name, false);
    if (!present) throw new NotFound(`${service.name} has no alert rule “${name}”.`);
    if (present.retiredAt) return;
    await tx.update(alertRules).set({ retiredAt: at, changedAt: at }).where(eq(alertRules.id, present.id));
    const about = aboutRule(present.id, service.id);
    await recordEvent(tx, viewer, at, { kind: "alert-rule.retired", rule: name, service: named(service), about });
  });
}

/** The rule of this service, or, `orNobodys`, one of that name that has none. */
async function findRule(tx: Tx, { id }: LockedService, name: string, orNobodys: boolean): Promise<RuleRow | undefined> {
  const isOurs = eq(alertRules.serviceId, id);
  const rows = await tx
    .select()
    .from(alertRules)
    .where(and(eq(alertRules.name, name), orNobodys ? or(isOurs, isNull(alertRules.serviceId)) : isOurs))
    .for("update");
  return rows.find(({ serviceId }) => serviceId === id) ?? rows[0];
}

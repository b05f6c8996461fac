import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client";
import { type AlertRuleVariant, alertRules, services } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { changedFields, changesOf } from "#lib/changes";
import { recordEvent } from "#lib/events";
import { named } from "#lib/services/locks";

type RuleRow = typeof alertRules.$inferSelect;
type ServiceRow = typeof services.$inferSelect;

/** A rule as files have it; `service` is null where they name none. */
export type SaidRule = {
  name: string;
  service: string | null;
  runbookUrl: string | null;
  variants: AlertRuleVariant[];
  source: string;
  location: string;
};
export type RuleOutcome = {
  rule: SaidRule;
  outcome: "created" | "changed" | "unchanged";
  /** What whoever imports should know. */
  note?: string;
};

/**
 * Brings alert rules to what their files say. Which service a rule is of stays as it was said here where the file says
 * nothing; a rule that was retired here stays so. The caller has authorized the import.
 */
export async function applyRules(
  tx: Tx,
  viewer: Viewer,
  rules: readonly SaidRule[],
  at: Temporal.Instant,
): Promise<RuleOutcome[]> {
  if (rules.length === 0) return [];
  const names = [...new Set(rules.map(({ name }) => name))];
  const slugs = [...new Set(rules.flatMap(({ service }) => service ?? []))];
  const known = await tx
    .select()
    .from(alertRules)
    .where(inArray(alertRules.name, names))
    .orderBy(alertRules.id)
    .for("update");
  const owners = slugs.length > 0 ? await tx.select().from(services).where(inArray(services.slug, slugs)) : [];
  const outcomes: RuleOutcome[] = [];
  for (const rule of rules) {
    const service = owners.find(({ slug }) => slug === rule.service) ?? null;
    const present = known.find((row) => isThisRule(row, rule, service));
    const lost = rule.service && !service ? `There is no service “${rule.service}” for ${rule.name}.` : undefined;
    const done = await applyRule(tx, viewer, rule, service, present, at);
    outcomes.push({ ...done, ...(lost ? { note: lost } : {}) });
  }
  return outcomes;
}

function isThisRule(row: RuleRow, rule: SaidRule, service: ServiceRow | null): boolean {
  if (row.name !== rule.name) return false;
  if (service) return row.serviceId === service.id;
  return row.serviceId === null || row.source === rule.source;
}

async function applyRule(
  tx: Tx,
  viewer: Viewer,
  rule: SaidRule,
  service: ServiceRow | null,
  present: RuleRow | undefined,
  at: Temporal.Instant,
): Promise<RuleOutcome> {
  const { name, source, location, runbookUrl, variants } = rule;
  const said = { variants, runbookUrl };
  const told = { rule: name, service: service && named(service) };
  if (!present) {
    const row = { name, ...said, source, location, serviceId: service?.id ?? null, createdAt: at, changedAt: at };
    const [made] = await tx.insert(alertRules).values(row).returning({ id: alertRules.id });
    if (!made) throw new Error("The database returned no alert rule.");
    await recordEvent(tx, viewer, at, { kind: "alert-rule.created", ...told, about: aboutRule(made.id, service?.id) });
    return { rule, outcome: "created" };
  }
  if (present.source !== null && present.source !== source)
    return { rule, outcome: "unchanged", note: `${name} comes from ${present.source} already.` };
  const isBack = present.retiredAt !== null && present.source === null;
  if (present.retiredAt && !isBack) return { rule, outcome: "unchanged" };
  const about = aboutRule(present.id, present.serviceId);
  const changes = changesOf<RuleRow>(present, said);
  const isMoved = present.source !== source || present.location !== location;
  if (changes.length === 0 && !isBack && !isMoved) return { rule, outcome: "unchanged" };
  const patch = { ...changedFields<RuleRow>(changes), source, location, retiredAt: null };
  const changedAt = changes.length > 0 || isBack ? at : present.changedAt;
  await tx
    .update(alertRules)
    .set({ ...patch, changedAt })
    .where(eq(alertRules.id, present.id));
  if (isBack) await recordEvent(tx, viewer, at, { kind: "alert-rule.restored", ...told, about });
  // The conditions are long, and stand in the rule itself.
  const fields = changes.map((change) =>
    change.field === "variants" ? { field: "variants", before: null, after: null } : change,
  );
  if (changes.length > 0)
    await recordEvent(tx, viewer, at, { kind: "alert-rule.edited", ...told, changes: fields, about });
  return { rule, outcome: changes.length > 0 || isBack ? "changed" : "unchanged" };
}

/** Takes back rules of these sources that are described no more; one that is described again comes back. */
export async function pruneRules(
  tx: Tx,
  viewer: Viewer,
  sources: readonly string[],
  isDescribed: (rule: { source: string; name: string }) => boolean,
  at: Temporal.Instant,
): Promise<string[]> {
  const rows = await tx
    .select()
    .from(alertRules)
    .where(inArray(alertRules.source, [...sources]))
    .for("update");
  const gone = rows.filter(({ source, name, retiredAt }) => !retiredAt && !isDescribed({ source: source ?? "", name }));
  for (const { id, name, serviceId } of gone) {
    await tx.update(alertRules).set({ retiredAt: at, source: null, location: null }).where(eq(alertRules.id, id));
    await recordEvent(tx, viewer, at, {
      ...{ kind: "alert-rule.retired", rule: name },
      service: await findNamed(tx, serviceId),
      about: aboutRule(id, serviceId),
    });
  }
  return gone.map(({ name }) => name);
}

async function findNamed(tx: Tx, id: string | null) {
  const [service] = id ? await tx.select().from(services).where(eq(services.id, id)) : [];
  return service ? named(service) : null;
}

export const aboutRule = (id: string, serviceId: string | null | undefined) => (serviceId ? [id, serviceId] : [id]);

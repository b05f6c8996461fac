import { createHash } from "node:crypto";
import {
  alertEntries,
  alertRules,
  alerts,
  changes,
  heartbeats,
  intakeKeys,
  intakeNames,
  maintenanceWindows,
} from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, fixtures, idOf, longAgo, named, record } from "#db/seed/history";
import { errorMeaning, slugOf, uniqueName } from "#db/seed/names";
import { draftService, type Service } from "#db/seed/services";

export type Rule = Row<typeof alertRules>;
export type Alert = Row<typeof alerts>;

type RuleFacts = Partial<Rule> & { by?: Actor; service?: Service | null };

/** An alert rule of a service (null: of nobody's) of which nobody has said what the customer sees. */
export function draftRule(draft: Draft, { by = fixtures, ...facts }: RuleFacts = {}, at = longAgo): Rule {
  const { service = draftService(draft, {}, at), ...said } = facts;
  const rule = {
    id: crypto.randomUUID(),
    serviceId: service?.id ?? null,
    name: uniqueName(errorMeaning).replaceAll(/[^A-Za-z0-9]/g, ""),
    variants: [],
    ...{ runbookUrl: null, customerImpact: null, isWithoutCustomerImpact: false, impactAskedAt: null },
    ...{ source: null, location: null, retiredAt: null, createdAt: at, changedAt: at },
    ...said,
  };
  draft.add(alertRules, rule);
  const detail = { rule: rule.name, service: service && named(service) };
  record(draft, at, by, [rule.id, service?.id], { kind: "alert-rule.created", ...detail });
  return rule;
}

type AlertFacts = Partial<Omit<Alert, "rule">> & {
  /** Null: unrouted. */
  service?: Service | null;
  /** The rule that it comes from, or its name alone. */
  rule?: Rule | string;
};

/** An alert that its sender opened at `at` and that the pager has yet to take up, unless `facts` say otherwise. */
export function draftAlert(draft: Draft, facts: AlertFacts = {}, at = longAgo): Alert {
  const { rule = "FixtureFires", service = draftService(draft, {}, at), ...said } = facts;
  const gate = said.gate ?? "page";
  const isDue = gate === "page" && !said.leaderId && !said.resolvedAt && said.status !== "acknowledged";
  const id = crypto.randomUUID();
  const alert: Alert = {
    ...{ id, origin: "alertmanager", dedupKey: id, serviceId: service?.id ?? null, serviceSaid: service?.slug ?? null },
    ...{ ruleId: typeof rule === "string" ? null : rule.id, rule: typeof rule === "string" ? rule : rule.name },
    ...{ status: said.resolvedAt ? "resolved" : said.acknowledgedAt ? "acknowledged" : "triggered" },
    ...{ severity: "critical", summary: uniqueName(errorMeaning), customerImpact: "Nobody can pay." },
    ...{ labels: {}, details: null, links: [], intakeNote: null, startsAt: at, openedAt: at, repeatedAt: at },
    ...{ occurrences: 1, lastDelivery: id, leaderId: null, gate, releasesAt: null },
    ...{ gateReason: gate === "page" ? "customer-impact" : "impact-unanswered" },
    ...{ pagesFrom: gate === "page" ? at : null, stepsTaken: 0, nextStepAt: isDue ? at : null },
    ...{ holderId: null, acknowledgedAt: null, handedToId: null, askedAgainAt: null },
    ...{ deliveryPagedAt: null, deliveryEngagedAt: null, opsPagedAt: null },
    ...{ resolvedAt: null, resolvedById: null, cause: null, remedy: null, isDrill: false },
    ...said,
  };
  draft.add(alerts, alert);
  tell(draft, alert, { kind: "opened", detail: { summary: alert.summary }, by: "Alertmanager" }, at);
  const { gateReason: reason, releasesAt } = alert;
  const detail = { decision: gate, reason, releasesAt: releasesAt?.toString() ?? null };
  tell(draft, alert, { kind: "gated", detail, by: "Watchbill" }, at);
  return alert;
}

type Told = { kind: string; detail?: Record<string, unknown>; by?: Actor };

/** Adds a line to the timeline of an alert. */
export function tell(draft: Draft, { id }: Alert, { kind, detail = {}, by = fixtures }: Told, at = longAgo): void {
  const actor = typeof by === "string" ? by : by.name;
  draft.add(alertEntries, { alertId: id, at, personId: idOf(by), actor, kind, detail } as Row<typeof alertEntries>);
}

type Window = { from?: Temporal.Instant; to: Temporal.Instant; why?: string | null; by?: Actor };

/** A maintenance window of a service over `[from, to)`. */
export function draftMaintenance(draft: Draft, service: Service, facts: Window, at = longAgo) {
  const { from = at, to, why = null, by = fixtures } = facts;
  const window = { id: crypto.randomUUID(), serviceId: service.id, startsAt: from, endsAt: to, why };
  draft.add(maintenanceWindows, { ...window, createdAt: at, createdById: idOf(by) });
  const detail = { service: named(service), from: from.toString(), to: to.toString() };
  record(draft, at, by, [service.id], { kind: "maintenance.planned", ...detail });
  return window;
}

type HeartbeatFacts = Partial<Row<typeof heartbeats>> & { by?: Actor };

/** A heartbeat of a service that waits for its first beat. */
export function draftHeartbeat(draft: Draft, service: Service, facts: HeartbeatFacts = {}, at = longAgo) {
  const { by = fixtures, ...said } = facts;
  const name = said.name ?? `${uniqueName(errorMeaning)} beat`;
  const heartbeat = {
    ...{ id: crypto.randomUUID(), serviceId: service.id, slug: slugOf(name), everySeconds: 300, graceSeconds: 60 },
    ...{ customerImpact: null, lastBeatAt: null, silentAt: null, createdAt: at, retiredAt: null },
    ...said,
    name,
  };
  draft.add(heartbeats, heartbeat);
  const detail = { service: named(service), heartbeat: named(heartbeat) };
  record(draft, at, by, [service.id], { kind: "heartbeat.created", ...detail });
  return heartbeat;
}

type KeyFacts = { by?: Actor; revokedAt?: Temporal.Instant | null };

/** A routing key by which PagerDuty senders raise alerts of a service, with its text; only its hash is stored. */
export function draftIntakeKey(
  draft: Draft,
  service: Service,
  { by = fixtures, revokedAt = null }: KeyFacts = {},
  at = longAgo,
) {
  const secret = crypto.randomUUID().replaceAll("-", "");
  const hash = createHash("sha256").update(secret).digest("hex");
  const key = { id: crypto.randomUUID(), serviceId: service.id, hash, hint: secret.slice(0, 4), createdAt: at };
  draft.add(intakeKeys, { ...key, createdById: idOf(by), lastUsedAt: null, revokedAt });
  record(draft, at, by, [service.id], { kind: "intake-key.created", service: named(service), hint: key.hint });
  return { ...key, secret };
}

/** What senders call a service. */
export function draftIntakeName(
  draft: Draft,
  service: Service,
  { name, by = fixtures }: { name: string; by?: Actor },
  at = longAgo,
) {
  draft.add(intakeNames, { name: name.toLowerCase(), serviceId: service.id, createdAt: at });
  record(draft, at, by, [service.id], { kind: "intake-name.set", name: name.toLowerCase(), service: named(service) });
}

type ChangeFacts = Partial<Row<typeof changes>>;

/** A deploy of a service at `at`. */
export function draftChange(draft: Draft, service: Service, facts: ChangeFacts = {}, at = longAgo) {
  const id = crypto.randomUUID();
  const change: Row<typeof changes> = {
    ...{ id, serviceId: service.id, kind: "deploy", summary: `${service.name} 1.0`, at, url: null, by: null },
    ...{ receivedAt: at, delivery: id },
    ...facts,
  };
  draft.add(changes, change);
  return change;
}

import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";
import { type StoredLink, services } from "#db/schema/services";

/** One way in which a rule fires: rules of one name differ by severity and condition. */
export type AlertRuleVariant = {
  severity: string | null;
  /** The condition as its system writes it, e.g. PromQL. */
  condition: string | null;
  /** How long it has to hold, as its system writes it, e.g. `15m`. */
  holdsFor: string | null;
  summary: string | null;
  description: string | null;
};

/** A named condition that may raise alerts for a service. */
export const alertRules = pgTable(
  "alert_rules",
  {
    id: id(),
    /** Null: nobody has said for which. */
    serviceId: uuid().references(() => services.id),
    name: text().notNull(),
    variants: jsonb().$type<AlertRuleVariant[]>().notNull().default([]),
    runbookUrl: text(),
    /** What the customer sees while it fires; null when nobody has said, or when it is known to be nothing. */
    customerImpact: text(),
    /** It is known that the customer sees nothing of it. */
    isWithoutCustomerImpact: boolean().notNull().default(false),
    /** When it paged for the first time without anybody having said; from then on it waits for an answer. */
    impactAskedAt: instant(),
    source: text(),
    location: text(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    // A rule without a service is known by its name alone.
    uniqueIndex("alert_rules_by_name").on(sql`coalesce(${t.serviceId}::text, '')`, t.name),
    check("alert_rules_name_says_something", sql`${t.name} ~ '\\S'`),
    check("alert_rules_runbook_url_is_http", sql`${t.runbookUrl} ~* '^https?://'`),
    check(
      "alert_rules_have_an_impact_or_none",
      sql`not (${t.isWithoutCustomerImpact} and ${t.customerImpact} is not null)`,
    ),
    index("alert_rules_of_service").on(t.serviceId),
    index("alert_rules_by_rule_name").on(t.name),
  ],
);

export const severities = ["critical", "error", "warning", "info"] as const;
export const alertStatuses = ["triggered", "acknowledged", "resolved"] as const;
/** Why the gate lets an alert page, or holds it. */
export const gateReasons = [
  "customer-impact",
  "first-time",
  "drill",
  "low-severity",
  "no-customer-impact",
  "impact-unanswered",
  "maintenance",
] as const;

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** Something that went wrong, from the first event to its resolution. */
export const alerts = pgTable(
  "alerts",
  {
    id: id(),
    /** Whose keys `dedupKey` is one of: `alertmanager`, `api:` or `pagerduty:` with a service's id, `heartbeat`. */
    origin: text().notNull(),
    dedupKey: text().notNull(),
    /** Null: unrouted. `serviceSaid` is then what the sender called the service, if anything. */
    serviceId: uuid().references(() => services.id),
    serviceSaid: text(),
    ruleId: uuid().references(() => alertRules.id),
    /** The name of the rule as the sender has it. */
    rule: text().notNull(),
    status: text({ enum: alertStatuses }).notNull().default("triggered"),
    severity: text({ enum: severities }).notNull(),
    summary: text().notNull(),
    /** What the customer sees, as the sender said it. */
    customerImpact: text(),
    labels: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** What else came with it, as it came. */
    details: jsonb().$type<unknown>(),
    links: jsonb().$type<StoredLink[]>().notNull().default([]),
    /** What was done to it to fit, in words: cut values, an element that made no sense. */
    intakeNote: text(),
    /** When it began, as the sender says. */
    startsAt: instant().notNull(),
    openedAt: instant().notNull(),
    repeatedAt: instant().notNull(),
    occurrences: integer().notNull().default(1),
    /** SHA-256 of what was delivered last: the same again changes nothing. */
    lastDelivery: text().notNull(),
    /** The alert of the same storm whose page stands for this one too. */
    leaderId: uuid().references((): AnyPgColumn => alerts.id),
    gate: text({ enum: ["page", "hold"] }).notNull(),
    gateReason: text({ enum: gateReasons }).notNull(),
    /** When a held one is brought to the team; null when that waits for nothing, or never comes by itself. */
    releasesAt: instant(),
    /** The instant from which the safety-net timers count, and how many of their steps were taken. */
    pagesFrom: instant(),
    stepsTaken: integer().notNull().default(0),
    /** When the pager has to look at it again; null when it waits for people only. */
    nextStepAt: instant(),
    /** Who has it: the person who acknowledged it last. */
    holderId: uuid().references(() => people.id),
    acknowledgedAt: instant(),
    /** To whom the holder gave it, until that person acknowledges. */
    handedToId: uuid().references(() => people.id),
    /** When the silent holder was asked again. */
    askedAgainAt: instant(),
    /** The first page to a delivery engineer, and the first acknowledgement by one: time to engage lies between. */
    deliveryPagedAt: instant(),
    deliveryEngagedAt: instant(),
    opsPagedAt: instant(),
    resolvedAt: instant(),
    /** Null with `resolvedAt` set: its sender said that it is over. */
    resolvedById: uuid().references(() => people.id),
    /** What it was, and what worked: in the words of whoever resolved it. */
    cause: text(),
    remedy: text(),
    isDrill: boolean().notNull().default(false),
  },
  (t) => [
    check("alerts_status_is_known", sql`${t.status} in (${oneOf(alertStatuses)})`),
    check("alerts_severity_is_known", sql`${t.severity} in (${oneOf(severities)})`),
    check("alerts_gate_reason_is_known", sql`${t.gateReason} in (${oneOf(gateReasons)})`),
    check("alerts_summary_says_something", sql`${t.summary} ~ '\\S'`),
    check("alerts_are_resolved_at_an_instant", sql`(${t.status} = 'resolved') = (${t.resolvedAt} is not null)`),
    check("alerts_resolved_wait_for_nothing", sql`${t.resolvedAt} is null or ${t.nextStepAt} is null`),
    check("alerts_acknowledged_have_a_holder", sql`${t.status} <> 'acknowledged' or ${t.holderId} is not null`),
    check("alerts_do_not_lead_themselves", sql`${t.leaderId} <> ${t.id}`),
    // One open alert a key, whoever delivers it first.
    uniqueIndex("alerts_open_once").on(t.origin, t.dedupKey).where(sql`${t.status} <> 'resolved'`),
    index("alerts_by_key").on(t.origin, t.dedupKey, t.openedAt),
    index("alerts_due").on(t.nextStepAt).where(sql`${t.nextStepAt} is not null`),
    index("alerts_of_service").on(t.serviceId, t.openedAt),
    index("alerts_of_rule").on(t.ruleId, t.openedAt),
    index("alerts_by_time").on(t.openedAt, t.id),
    index("alerts_open").on(t.openedAt, t.id).where(sql`${t.resolvedAt} is null`),
    // Which of a dozen neighbours is in trouble is asked of each of them, whatever their past.
    index("alerts_open_of_service").on(t.serviceId, t.openedAt).where(sql`${t.resolvedAt} is null`),
    // What a new alert may join. No other index has this condition, so that a storm is not read whole for each of its alerts.
    index("alerts_that_lead")
      .on(t.serviceId)
      .where(sql`${t.status} <> 'resolved' and ${t.leaderId} is null and ${t.gate} = 'page' and ${t.isDrill} = false`),
    index("alerts_led_by").on(t.leaderId).where(sql`${t.leaderId} is not null`),
    // Pages are few among alerts: who was woken, and how soon somebody answered, is asked of these alone.
    index("alerts_that_paged").on(t.deliveryPagedAt).where(sql`${t.deliveryPagedAt} is not null`),
    index("alerts_that_paged_for").on(t.serviceId, t.deliveryPagedAt).where(sql`${t.deliveryPagedAt} is not null`),
    index("alerts_that_paged_by_end").on(t.resolvedAt, t.id).where(sql`${t.deliveryPagedAt} is not null`),
    index("alerts_resolved_by").on(t.resolvedById, t.resolvedAt).where(sql`${t.resolvedById} is not null`),
    index("alerts_held_by").on(t.holderId).where(sql`${t.resolvedAt} is null and ${t.holderId} is not null`),
  ],
);

/** The timeline of an alert. Rows are only ever added: the database itself refuses to change or remove one. */
export const alertEntries = pgTable(
  "alert_entries",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    alertId: uuid()
      .notNull()
      .references(() => alerts.id),
    at: instant().notNull(),
    /** Who did it; null for the sender and the pager, which `actor` names. */
    personId: uuid().references(() => people.id),
    actor: text().notNull(),
    kind: text().notNull(),
    /** As `EntryDetail` of `lib/alerts/entry-kinds`. */
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index("alert_entries_of_alert").on(t.alertId, t.id)],
);

/** What somebody said the morning after, once a person and alert. */
export const alertReviews = pgTable(
  "alert_reviews",
  {
    alertId: uuid()
      .notNull()
      .references(() => alerts.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    wasCustomerFacing: boolean(),
    wasActionable: boolean(),
    /** What the briefing lacked. */
    missing: text(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.alertId, t.personId] }), index("alert_reviews_by_person").on(t.personId, t.at)],
);

/** Spans `[startsAt, endsAt)` in which nobody is paged for a service by itself. */
export const maintenanceWindows = pgTable(
  "maintenance_windows",
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    why: text(),
    createdAt: instant().notNull(),
    createdById: uuid().references(() => people.id),
  },
  (t) => [
    check("maintenance_windows_end_after_they_start", sql`${t.endsAt} >= ${t.startsAt}`),
    index("maintenance_windows_of_service").on(t.serviceId, t.endsAt),
  ],
);

/** Keys by which PagerDuty senders raise alerts of a service. Only the SHA-256 of the key is kept. */
export const intakeKeys = pgTable(
  "intake_keys",
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    hash: text().notNull().unique(),
    hint: text().notNull(),
    createdAt: instant().notNull(),
    createdById: uuid().references(() => people.id),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index("intake_keys_of_service").on(t.serviceId)],
);

/** What senders call a service where that is not its slug, as an administrator said. Lower case. */
export const intakeNames = pgTable(
  "intake_names",
  {
    name: text().primaryKey(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    createdAt: instant().notNull(),
  },
  (t) => [index("intake_names_of_service").on(t.serviceId)],
);

/** A deploy, flag flip or config change of a service. */
export const changes = pgTable(
  "changes",
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    kind: text({ enum: ["deploy", "config", "flag"] }).notNull(),
    summary: text().notNull(),
    at: instant().notNull(),
    url: text(),
    /** Who made it, in the sender's words. */
    by: text(),
    receivedAt: instant().notNull(),
    /** What tells the same one delivered twice. */
    delivery: text().notNull(),
  },
  (t) => [
    check("changes_kind_is_known", sql`${t.kind} in ('deploy', 'config', 'flag')`),
    check("changes_url_is_http", sql`${t.url} ~* '^https?://'`),
    uniqueIndex("changes_once").on(t.serviceId, t.delivery),
    index("changes_of_service").on(t.serviceId, t.at),
  ],
);

/** A sign of life that something sends; when it stays away, an alert is raised. */
export const heartbeats = pgTable(
  "heartbeats",
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    slug: text().notNull(),
    name: text().notNull(),
    everySeconds: integer().notNull(),
    graceSeconds: integer().notNull(),
    customerImpact: text(),
    lastBeatAt: instant(),
    /** When it counts as silent; null while it waits for its first beat, or is silent already. */
    silentAt: instant(),
    createdAt: instant().notNull(),
    retiredAt: instant(),
  },
  (t) => [
    uniqueIndex("heartbeats_by_slug").on(t.serviceId, t.slug),
    check("heartbeats_slug_is_url_safe", sql`${t.slug} ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'`),
    check("heartbeats_beat_within_a_month", sql`${t.everySeconds} between 10 and 2678400`),
    check("heartbeats_grace_is_not_negative", sql`${t.graceSeconds} between 0 and 2678400`),
    index("heartbeats_due").on(t.silentAt).where(sql`${t.silentAt} is not null`),
  ],
);

import { sql } from "drizzle-orm";
import {
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
import { alerts } from "#db/schema/alerts";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";

/** In the order in which a newcomer is offered them. */
export const methodKinds = ["email", "ntfy", "web-push", "webhook", "slack", "sms", "voice", "pagerduty"] as const;

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** How a person is reached. Private: outside the events, seen by this person only, and erased when they remove it. */
export const contactMethods = pgTable(
  "contact_methods",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: methodKinds }).notNull(),
    /** What the person calls it. */
    label: text().notNull(),
    /** Where it leads, by kind: an address, a number, a topic, the keys of a browser. */
    target: jsonb().$type<Record<string, string>>().notNull(),
    position: integer().notNull(),
    /** How long after the page it is used, unless that was answered by then. */
    afterMinutes: integer().notNull().default(0),
    /** When it is used at all: always, or only by night or by day of this person. */
    hours: text({ enum: ["always", "night", "day"] })
      .notNull()
      .default("always"),
    /** SHA-256 of the code that was sent to verify it, and until when it holds. */
    codeHash: text(),
    codeUntil: instant(),
    verifiedAt: instant(),
    /** When a message last went through, and when and why one last failed for good. */
    workedAt: instant(),
    failedAt: instant(),
    failure: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    check("contact_methods_kind_is_known", sql`${t.kind} in (${oneOf(methodKinds)})`),
    check("contact_methods_hours_are_known", sql`${t.hours} in ('always', 'night', 'day')`),
    check("contact_methods_wait_a_day_at_most", sql`${t.afterMinutes} between 0 and 1440`),
    index("contact_methods_of_person").on(t.personId, t.position),
  ],
);

export const pageSeats = ["delivery", "backup", "ops", "lead", "holder", "handed-to", "brought-in"] as const;

/** One person asked about one alert; its notifications are the messages by which that happens. */
export const pages = pgTable(
  "pages",
  {
    id: id(),
    alertId: uuid()
      .notNull()
      .references(() => alerts.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** In which capacity. */
    seat: text({ enum: pageSeats }).notNull(),
    /** `page` wakes; `asks-again` goes to a holder who is silent; `quiet` waited for working hours. */
    kind: text({ enum: ["page", "asks-again", "quiet"] }).notNull(),
    /** What whoever brought this person in said: a suspicion, a note. */
    word: text(),
    /** Who brought them in; null for the pager itself. */
    byId: uuid().references(() => people.id),
    /** What made it: the same twice pages once. */
    key: text().notNull(),
    at: instant().notNull(),
    answeredAt: instant(),
  },
  (t) => [
    check("pages_seat_is_known", sql`${t.seat} in (${oneOf(pageSeats)})`),
    check("pages_kind_is_known", sql`${t.kind} in ('page', 'asks-again', 'quiet')`),
    uniqueIndex("pages_once").on(t.alertId, t.personId, t.key),
    index("pages_of_person").on(t.personId, t.at),
  ],
);

export const notificationStatuses = ["waiting", "sending", "sent", "failed", "dropped"] as const;
export const notificationKinds = [
  "page",
  "test",
  "verification",
  "reminder",
  "cover-request",
  "digest",
  "notice",
] as const;

/** What another system that was paged is told of its incident: that somebody has it, or that it is over. */
export type BridgeNews = { alert: string; action: "acknowledge" | "resolve" };

/** What a message says where it is no page; `path` leads to the place in the portal. */
export type StoredMessage = { subject: string; lines: string[]; path: string; bridge?: BridgeNews };

/** One message to one person over one contact method. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    kind: text({ enum: notificationKinds }).notNull(),
    /** The page that it carries; null for messages about no alert. */
    pageId: uuid().references(() => pages.id),
    alertId: uuid().references(() => alerts.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Null: shown in the outbox on screen only, because this person has no way to be reached. */
    methodId: uuid().references(() => contactMethods.id, { onDelete: "set null" }),
    /** Kept for the alert's account when the method is gone. */
    methodKind: text().notNull(),
    message: jsonb().$type<StoredMessage>(),
    /** What made it, where no page did: the same twice sends once. */
    key: text(),
    createdAt: instant().notNull(),
    dueAt: instant().notNull(),
    status: text({ enum: notificationStatuses }).notNull().default("waiting"),
    attempts: integer().notNull().default(0),
    /** When it is tried (again); null when it came to its end. */
    nextTryAt: instant(),
    /** Until when the process that claimed it is given time to say what came of it. */
    claimedUntil: instant(),
    sentAt: instant(),
    /** Why the last try failed, in words for its person and for those who look at the alert. */
    failure: text(),
  },
  (t) => [
    check("notifications_kind_is_known", sql`${t.kind} in (${oneOf(notificationKinds)})`),
    check("notifications_status_is_known", sql`${t.status} in (${oneOf(notificationStatuses)})`),
    check("notifications_say_something", sql`num_nonnulls(${t.pageId}, ${t.message}) = 1`),
    check("notifications_of_a_page_name_its_alert", sql`(${t.pageId} is null) = (${t.alertId} is null)`),
    check(
      "notifications_end_with_a_fate",
      sql`(${t.nextTryAt} is null) = (${t.status} in ('sent', 'failed', 'dropped'))`,
    ),
    uniqueIndex("notifications_once_a_page").on(t.pageId, t.methodId),
    uniqueIndex("notifications_once")
      .on(t.personId, t.key, sql`coalesce(${t.methodId}::text, '')`)
      .where(sql`${t.key} is not null`),
    index("notifications_due").on(t.nextTryAt).where(sql`${t.nextTryAt} is not null`),
    index("notifications_of_alert").on(t.alertId),
    index("notifications_of_person").on(t.personId, t.createdAt),
    index("notifications_of_method").on(t.methodId),
  ],
);

/** What a person wants to be told besides pages. A person without a row has what the defaults say. */
export const notificationSettings = pgTable(
  "notification_settings",
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    /** How long before a watch begins its person is reminded; null: not at all. */
    reminderMinutes: integer().default(60),
    sendsDigest: boolean().notNull().default(true),
    digestSentAt: instant(),
    /** The monthly digest of coverage, for managers. */
    sendsCoverage: boolean().notNull().default(true),
    coverageSentAt: instant(),
  },
  (t) => [check("notification_settings_remind_within_two_days", sql`${t.reminderMinutes} between 5 and 2880`)],
);

/** Who opened the briefing of an alert, and how: by session or by the link of a message. */
export const briefingReads = pgTable(
  "briefing_reads",
  {
    alertId: uuid()
      .notNull()
      .references(() => alerts.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    way: text({ enum: ["session", "link"] }).notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    times: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.alertId, t.personId, t.way] }),
    check("briefing_reads_way_is_known", sql`${t.way} in ('session', 'link')`),
    index("briefing_reads_by_person").on(t.personId),
  ],
);

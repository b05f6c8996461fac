import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";
import { services } from "#db/schema/services";

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
    /** What the customer sees while it fires; null when nobody has said. */
    customerImpact: text(),
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
    index("alert_rules_of_service").on(t.serviceId),
    index("alert_rules_by_rule_name").on(t.name),
  ],
);

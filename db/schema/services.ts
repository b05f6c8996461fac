import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";
import { teams } from "#db/schema/teams";

/** A link of a service or entry; `url` is http or https. */
export type StoredLink = { title: string; url: string; type?: string };

export const services = pgTable(
  "services",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text(),
    /** What kind of thing its descriptor calls it: service, website, library … */
    type: text(),
    tier: smallint(),
    lifecycle: text({ enum: ["experimental", "production", "deprecated"] })
      .notNull()
      .default("production"),
    /** Null: nobody has said whether customers see it. */
    customerFacing: boolean(),
    repository: text(),
    links: jsonb().$type<StoredLink[]>().notNull().default([]),
    /** The present owners; `ownerships` has the same with its history. Only `changeOwnership` writes either. */
    deliveryTeamId: uuid().references(() => teams.id),
    opsTeamId: uuid().references(() => teams.id),
    /** What the descriptor named as owner where that is no team here, e.g. `group:default/ghosts`. */
    ownerReference: text(),
    systemId: uuid().references((): AnyPgColumn => entries.id),
    partOfId: uuid().references((): AnyPgColumn => services.id),
    /** When somebody said that it needs nothing else; null while it needs something, or nobody has said. */
    needsNothingSince: instant(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    gaps: text()
      .array()
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`array_remove(array[
          case when delivery_team_id is null then 'delivery-team' end,
          case when ops_team_id is null then 'ops-team' end,
          case when tier is null then 'tier' end,
          case when customer_facing is null then 'customer-facing' end,
          case when description is null or description !~ '\\S' then 'description' end,
          case when repository is null then 'repository' end
        ], null)`,
      ),
    /** What catalog search reads: name, slug and description, in lower case. */
    searchText: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`lower(name || ' ' || slug || ' ' || coalesce(description, ''))`),
  },
  (t) => [
    check("services_slug_is_url_safe", sql`${t.slug} ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'`),
    // A name that is only spaces cannot be read out over the phone.
    check("services_name_says_something", sql`${t.name} ~ '\\S'`),
    check("services_tier_is_1_to_4", sql`${t.tier} between 1 and 4`),
    check("services_lifecycle_is_known", sql`${t.lifecycle} in ('experimental', 'production', 'deprecated')`),
    check(
      "services_links_are_http",
      sql`not jsonb_path_exists(${t.links}, '$[*].url ? (!(@ like_regex "^https?://" flag "i"))')`,
    ),
    check("services_repository_is_http", sql`${t.repository} ~* '^https?://'`),
    check("services_are_not_part_of_themselves", sql`${t.partOfId} <> ${t.id}`),
    index("services_by_name_trigram")
      .using("gin", sql`lower(${t.name} || ' ' || ${t.slug}) gin_trgm_ops`)
      .with({ fastupdate: false }),
    index("services_by_text_trigram").using("gin", sql`${t.searchText} gin_trgm_ops`).with({ fastupdate: false }),
    index("services_of_delivery_team").on(t.deliveryTeamId),
    index("services_of_ops_team").on(t.opsTeamId),
    index("services_of_system").on(t.systemId),
    index("services_part_of").on(t.partOfId),
    index("services_by_name").on(sql`lower(${t.name})`, t.id),
    index("services_by_tier").on(sql`coalesce(${t.tier}, 5)`, sql`lower(${t.name})`, t.id),
    index("services_by_change").on(t.changedAt, t.id),
    // Facets count the whole catalog: this holds all that they read, in a tenth of the table's size.
    index("services_by_facets")
      .on(t.tier, t.lifecycle, t.customerFacing, t.gaps, t.deliveryTeamId)
      .where(sql`${t.retiredAt} is null`),
  ],
);

/** Who owned a service in which role over `[startsAt, endsAt)`. One owner a role at a time. */
export const ownerships = pgTable(
  "ownerships",
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    role: text({ enum: ["delivery", "ops"] }).notNull(),
    startsAt: instant().notNull(),
    endsAt: instant(),
  },
  (t) => [
    check("ownerships_role_is_known", sql`${t.role} in ('delivery', 'ops')`),
    check("ownerships_end_after_they_start", sql`${t.endsAt} >= ${t.startsAt}`),
    index("ownerships_of_service").on(t.serviceId),
    index("ownerships_of_team").on(t.teamId),
  ],
);

/** People who declared, or were declared, to know a service. */
export const experts = pgTable(
  "experts",
  {
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    note: text(),
    declaredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.serviceId, t.personId] }), index("experts_by_person").on(t.personId)],
);

export const stars = pgTable(
  "stars",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    serviceId: uuid()
      .notNull()
      .references(() => services.id, { onDelete: "cascade" }),
    starredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.serviceId] }), index("stars_of_service").on(t.serviceId)],
);

/** Related entries of a catalog: what services belong to, offer or use, and for which nobody is paged. */
export const entries = pgTable(
  "entries",
  {
    id: id(),
    kind: text({ enum: ["api", "resource", "system", "domain"] }).notNull(),
    slug: text().notNull(),
    name: text().notNull(),
    description: text(),
    type: text(),
    lifecycle: text(),
    repository: text(),
    links: jsonb().$type<StoredLink[]>().notNull().default([]),
    ownerTeamId: uuid().references(() => teams.id),
    ownerReference: text(),
    /** The system of an API or resource, the domain of a system, the domain above a domain. */
    partOfId: uuid().references((): AnyPgColumn => entries.id),
    retiredAt: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("entries_by_kind_and_slug").on(t.kind, t.slug),
    check("entries_kind_is_known", sql`${t.kind} in ('api', 'resource', 'system', 'domain')`),
    check("entries_slug_is_url_safe", sql`${t.slug} ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'`),
    check("entries_name_says_something", sql`${t.name} ~ '\\S'`),
    check(
      "entries_links_are_http",
      sql`not jsonb_path_exists(${t.links}, '$[*].url ? (!(@ like_regex "^https?://" flag "i"))')`,
    ),
    check("entries_are_not_part_of_themselves", sql`${t.partOfId} <> ${t.id}`),
    index("entries_of_team").on(t.ownerTeamId),
    index("entries_part_of").on(t.partOfId),
  ],
);

/**
 * This one needs that one. Either end is a service or an entry; `fromId` and `toId` hold whichever it is,
 * so that the graph is walked over two columns. Edges that a person drew have no `source`.
 */
export const dependencies = pgTable(
  "dependencies",
  {
    id: id(),
    fromServiceId: uuid().references(() => services.id),
    fromEntryId: uuid().references(() => entries.id),
    toServiceId: uuid().references(() => services.id),
    toEntryId: uuid().references(() => entries.id),
    fromId: uuid()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`coalesce(from_service_id, from_entry_id)`),
    toId: uuid()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`coalesce(to_service_id, to_entry_id)`),
    kind: text({ enum: ["hard", "soft"] }).notNull(),
    /** How the descriptor put it: depends-on, consumes-api, provides-api. An API needs whoever provides it. */
    relation: text({ enum: ["depends-on", "consumes-api", "provides-api"] })
      .notNull()
      .default("depends-on"),
    source: text(),
  },
  (t) => [
    uniqueIndex("dependencies_once").on(t.fromId, t.toId),
    index("dependencies_by_need").on(t.toId),
    check("dependencies_kind_is_known", sql`${t.kind} in ('hard', 'soft')`),
    check("dependencies_begin_at_one_thing", sql`num_nonnulls(${t.fromServiceId}, ${t.fromEntryId}) = 1`),
    check("dependencies_end_at_one_thing", sql`num_nonnulls(${t.toServiceId}, ${t.toEntryId}) = 1`),
    check(
      "dependencies_lead_elsewhere",
      sql`coalesce(${t.fromServiceId}, ${t.fromEntryId}) <> coalesce(${t.toServiceId}, ${t.toEntryId})`,
    ),
  ],
);

/** Addresses that services, teams and people had before they were renamed; each leads to the thing as it is called now. */
export const formerAddresses = pgTable(
  "former_addresses",
  {
    noun: text({ enum: ["service", "team", "person", "rotation", "document"] }).notNull(),
    address: text().notNull(),
    thing: uuid().notNull(),
    leftAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.noun, t.address] }), index("former_addresses_of_thing").on(t.thing)],
);

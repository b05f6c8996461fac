import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
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
import { id, instant, searchVector } from "#db/schema/columns";
import { documents } from "#db/schema/documents";
import { people } from "#db/schema/people";
import { services } from "#db/schema/services";

/** What an error looks like, what it means, how to confirm that, and the first step. */
export const signatures = pgTable(
  "signatures",
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    /** Its address among the signatures of the service. */
    slug: text().notNull(),
    /** Phrases, one a line, `*` for any run of characters of a line. All have to occur. */
    pattern: text().notNull(),
    /** Labels that an alert has to carry with exactly these values. */
    labels: jsonb().$type<Record<string, string>>().notNull().default({}),
    meaning: text().notNull(),
    cause: text().notNull(),
    confirm: text().notNull(),
    firstStep: text().notNull(),
    runbookId: uuid(),
    /** The step or section of the runbook; null leads to its beginning. */
    runbookAnchor: text(),
    /** The folder or descriptor that it was imported from, and where it stands in there. */
    source: text(),
    location: text(),
    /** Who wrote it last; null for a token or an import, which `actor` names. */
    personId: uuid().references(() => people.id),
    actor: text().notNull(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    words: searchVector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('simple', pattern), 'A') || setweight(to_tsvector('english', meaning), 'B') || to_tsvector('english', cause || ' ' || confirm || ' ' || first_step)`,
      ),
  },
  (t) => [
    foreignKey({ columns: [t.runbookId], foreignColumns: [documents.id], name: "signatures_lead_to_runbook" }),
    uniqueIndex("signatures_by_address").on(t.serviceId, t.slug),
    uniqueIndex("signatures_by_location").on(t.source, t.location),
    check("signatures_slug_is_url_safe", sql`${t.slug} ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'`),
    check("signatures_pattern_is_at_most_2000_characters", sql`length(${t.pattern}) <= 2000`),
    check("signatures_meaning_says_something", sql`${t.meaning} ~ '\\S'`),
    check("signatures_imported_from_somewhere", sql`(${t.source} is null) = (${t.location} is null)`),
    index("signatures_by_words").using("gin", t.words).with({ fastupdate: false }),
    index("signatures_by_meaning_trigram")
      .using("gin", sql`lower(${t.meaning}) gin_trgm_ops`)
      .with({ fastupdate: false }),
    index("signatures_of_runbook").on(t.runbookId),
    index("signatures_by_person").on(t.personId),
  ],
);

/** Each phrase of a pattern, found again by its most telling literal word. */
export const signaturePhrases = pgTable(
  "signature_phrases",
  {
    signatureId: uuid()
      .notNull()
      .references(() => signatures.id, { onDelete: "cascade" }),
    ordinal: integer().notNull(),
    phrase: text().notNull(),
    /** A literal word of at least three letters, in lower case: a text without it cannot match. */
    keyword: text().notNull(),
    /** What else a text must have, in the same form; none where a phrase was taken apart before this was kept. */
    others: text().array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.signatureId, t.ordinal] }),
    check("signature_phrases_have_a_keyword", sql`length(${t.keyword}) >= 3`),
    index("signature_phrases_by_keyword").on(t.keyword),
  ],
);

/** A signature that was right about an alert that paged: noted once, when the alert was over. */
export const signatureMatches = pgTable(
  "signature_matches",
  {
    alertId: uuid()
      .notNull()
      .references(() => alerts.id),
    signatureId: uuid()
      .notNull()
      .references(() => signatures.id),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.alertId, t.signatureId] }), index("signature_matches_of").on(t.signatureId, t.at)],
);

/** Words of titles, headings and patterns, so that a mistyped one finds its neighbours. */
export const searchWords = pgTable("search_words", { word: text().primaryKey() }, (t) => [
  index("search_words_by_trigram").using("gin", sql`${t.word} gin_trgm_ops`).with({ fastupdate: false }),
]);

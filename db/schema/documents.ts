import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, id, instant, searchVector } from "#db/schema/columns";
import { people } from "#db/schema/people";
import { services } from "#db/schema/services";

export const documentKinds = ["runbook", "note"] as const;

/** Runbooks and architecture notes. What a document says stands in its revisions. */
export const documents = pgTable(
  "documents",
  {
    id: id(),
    kind: text({ enum: documentKinds }).notNull(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    /** Its address among the documents of its kind and service. */
    slug: text().notNull(),
    /** Title and alert names of the present revision, and its number. Only `writeRevision` writes them. */
    title: text().notNull(),
    alertNames: text().array().notNull().default([]),
    revision: integer().notNull(),
    /** How long a review holds. */
    reviewIntervalDays: smallint().notNull().default(91),
    /** The folder or descriptor that it was imported from, where it stands in there, and the revision that brought it. */
    source: text(),
    location: text(),
    importedRevision: integer(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("documents_by_address").on(t.serviceId, t.kind, t.slug),
    uniqueIndex("documents_by_location").on(t.source, t.location),
    check("documents_kind_is_known", sql`${t.kind} in ('runbook', 'note')`),
    check("documents_slug_is_url_safe", sql`${t.slug} ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'`),
    check("documents_title_says_something", sql`${t.title} ~ '\\S'`),
    check("documents_only_runbooks_answer_alerts", sql`${t.kind} = 'runbook' or ${t.alertNames} = '{}'`),
    check("documents_review_interval_is_1_to_730_days", sql`${t.reviewIntervalDays} between 1 and 730`),
    check(
      "documents_imported_from_somewhere",
      sql`num_nulls(${t.source}, ${t.location}, ${t.importedRevision}) in (0, 3)`,
    ),
    index("documents_by_alert_name").using("gin", t.alertNames).with({ fastupdate: false }),
    index("documents_by_title_trigram")
      .using("gin", sql`lower(${t.title} || ' ' || ${t.slug}) gin_trgm_ops`)
      .with({ fastupdate: false }),
    index("documents_by_change").on(t.changedAt, t.id),
  ],
);

/** A document as it stood after each save. The database refuses to change or remove one. */
export const documentRevisions = pgTable(
  "document_revisions",
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    /** Counts from 1 within the document. */
    number: integer().notNull(),
    title: text().notNull(),
    alertNames: text().array().notNull(),
    /** Markdown, without the front matter of the file that it may have come from. */
    body: text().notNull(),
    /** YAML between the two `---` lines of that file, word for word; null where there was none. */
    frontMatter: text(),
    /** What the author says about the change. */
    summary: text(),
    origin: text({ enum: ["written", "merged", "restored", "imported", "suggested"] }).notNull(),
    /** The revision that was in front of the author. */
    basedOn: integer(),
    /** More than the correction of a typo, so that it can confirm the text and makes its writer the author. */
    isSubstantial: boolean().notNull().default(true),
    /** Null for a token or an import, which `actor` names. */
    personId: uuid().references(() => people.id),
    actor: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.number] }),
    check("document_revisions_are_at_most_512_kib", sql`octet_length(${t.body}) <= 524288`),
    check(
      "document_revisions_origin_is_known",
      sql`${t.origin} in ('written', 'merged', 'restored', 'imported', 'suggested')`,
    ),
    index("document_revisions_by_person").on(t.personId),
  ],
);

/** The present revision taken apart for search: what stands before the first heading, then each heading with its text. */
export const documentSections = pgTable(
  "document_sections",
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    ordinal: integer().notNull(),
    /** Where it stands on the page; empty before the first heading. */
    anchor: text().notNull(),
    /** The heading, or the title of the document before the first one. */
    heading: text().notNull(),
    /** Plain words, code included. */
    text: text().notNull(),
    /** The words of its steps, in order, as `Outline` has them: marks of a step are known again by them. */
    steps: text().array().notNull().default([]),
    words: searchVector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('english', heading), 'A') || setweight(to_tsvector('simple', heading), 'B') || to_tsvector('english', text)`,
      ),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.ordinal] }),
    index("document_sections_by_words").using("gin", t.words).with({ fastupdate: false }),
    index("document_sections_by_heading_trigram")
      .using("gin", sql`lower(${t.heading}) gin_trgm_ops`)
      .with({ fastupdate: false }),
  ],
);

/** Services that the present revision of a document names by a link to them. */
export const documentMentions = pgTable(
  "document_mentions",
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    /** It is named in what a note assumes about its surroundings. */
    isAssumed: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.serviceId] }), index("document_mentions_of_service").on(t.serviceId)],
);

/** An expert read the document and says that it holds. */
export const documentReviews = pgTable(
  "document_reviews",
  {
    id: id(),
    documentId: uuid().notNull(),
    revision: integer().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    note: text(),
    at: instant().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.documentId, t.revision],
      foreignColumns: [documentRevisions.documentId, documentRevisions.number],
      name: "document_reviews_of_revision",
    }),
    index("document_reviews_of_document").on(t.documentId, t.at),
    index("document_reviews_by_person").on(t.personId),
  ],
);

/**
 * What somebody who used a step found: it worked, it failed, or it is out of date; of an assumption, that it no longer
 * holds. Evidence: one that was taken back stays, with `withdrawnAt`.
 */
export const stepMarks = pgTable(
  "step_marks",
  {
    id: id(),
    documentId: uuid().notNull(),
    /** The revision that was read. */
    revision: integer().notNull(),
    /** Where the step stands in it, e.g. `mitigation-2`. */
    anchor: text().notNull(),
    /** The step's plain words, by which it is known again in later revisions. */
    step: text().notNull(),
    verdict: text({ enum: ["worked", "failed", "out-of-date"] }).notNull(),
    word: text(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
    withdrawnAt: instant(),
    /** The same form sent twice marks once. */
    idempotencyKey: uuid().notNull().unique(),
  },
  (t) => [
    foreignKey({
      columns: [t.documentId, t.revision],
      foreignColumns: [documentRevisions.documentId, documentRevisions.number],
      name: "step_marks_of_revision",
    }),
    check("step_marks_verdict_is_known", sql`${t.verdict} in ('worked', 'failed', 'out-of-date')`),
    index("step_marks_of_document").on(t.documentId, t.at),
    index("step_marks_by_person").on(t.personId),
  ],
);

/** Outside addresses that documents link to, and how they answered. `nextCheckAt` says when the next look is due. */
export const links = pgTable(
  "links",
  {
    url: text().primaryKey(),
    checkedAt: instant(),
    /** HTTP status of the last answer; null when there was none, and `failure` says why. */
    status: smallint(),
    failure: text(),
    /** Since when every look failed; a link is dead once two looks in a row did. */
    failingSince: instant(),
    failures: smallint().notNull().default(0),
    nextCheckAt: instant().notNull(),
  },
  (t) => [check("links_are_http", sql`${t.url} ~* '^https?://'`), index("links_by_due").on(t.nextCheckAt)],
);

export const documentLinks = pgTable(
  "document_links",
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    url: text()
      .notNull()
      .references(() => links.url),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.url] }), index("document_links_of_url").on(t.url)],
);

/** An edit proposed by somebody outside the team, until a member takes or declines it. */
export const suggestions = pgTable(
  "suggestions",
  {
    id: id(),
    documentId: uuid().notNull(),
    baseRevision: integer().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    summary: text(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
    decidedAt: instant(),
    decidedById: uuid().references(() => people.id),
    verdict: text({ enum: ["accepted", "declined", "withdrawn"] }),
    answer: text(),
  },
  (t) => [
    foreignKey({
      columns: [t.documentId, t.baseRevision],
      foreignColumns: [documentRevisions.documentId, documentRevisions.number],
      name: "suggestions_on_revision",
    }),
    check("suggestions_are_at_most_512_kib", sql`octet_length(${t.body}) <= 524288`),
    check("suggestions_verdict_is_known", sql`${t.verdict} in ('accepted', 'declined', 'withdrawn')`),
    check("suggestions_decided_have_a_verdict", sql`(${t.decidedAt} is null) = (${t.verdict} is null)`),
    index("suggestions_of_document").on(t.documentId, t.at),
    index("suggestions_by_person").on(t.personId),
  ],
);

/** People who see changes of a document on their home page. */
export const follows = pgTable(
  "follows",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    documentId: uuid()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    followedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.documentId] }), index("follows_of_document").on(t.documentId)],
);

/** Pictures and files that documents of a service show. `type` was found in the content, never believed. */
export const uploads = pgTable(
  "uploads",
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    name: text().notNull(),
    type: text().notNull(),
    content: bytes().notNull(),
    /** SHA-256 of the content, in hexadecimal: the same file twice is one. */
    digest: text().notNull(),
    personId: uuid().references(() => people.id),
    uploadedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("uploads_once").on(t.serviceId, t.digest),
    check("uploads_are_at_most_5_mib", sql`octet_length(${t.content}) <= 5242880`),
    check("uploads_name_says_something", sql`${t.name} ~ '\\S'`),
    index("uploads_by_person").on(t.personId),
  ],
);

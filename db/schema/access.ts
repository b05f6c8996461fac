import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";
import { teams } from "#db/schema/teams";

export const tokenScopes = ["read", "write", "intake", "admin"] as const;

/** API tokens. Only the SHA-256 of the secret is kept; `hint` is its first characters, to tell tokens apart. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    name: text().notNull(),
    scope: text({ enum: tokenScopes }).notNull(),
    /** Whose own token it is; null for a service token. */
    personId: uuid().references(() => people.id),
    hash: text().notNull().unique(),
    hint: text().notNull(),
    createdAt: instant().notNull(),
    createdById: uuid().references(() => people.id),
    expiresAt: instant(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    check("api_tokens_scope_is_known", sql`${t.scope} in ('read', 'write', 'intake', 'admin')`),
    check("api_tokens_name_says_something", sql`${t.name} ~ '\\S'`),
    index("api_tokens_of_person").on(t.personId),
  ],
);

/** The one row about this installation itself. */
export const installation = pgTable(
  "installation",
  {
    only: boolean().primaryKey().default(true),
    /** Demo mode may run on this database: it was created for it. */
    isDemo: boolean().notNull(),
    /** Signs sessions where `AUTH_SECRET` is not set, which only demo mode allows. */
    demoSecret: text(),
    /** Pages for alerts of unknown services go to this ops team. */
    fallbackOpsTeamId: uuid().references(() => teams.id),
    /** The keys by which browsers know pushes of this installation, made when the first is needed. */
    pushPublicKey: text(),
    pushPrivateKey: text(),
    /** What coverage is measured against, as `lib/coverage/limits` reads it; null: as it ships. */
    coverageLimits: jsonb().$type<Record<string, unknown>>(),
    /** When people were last told of new managers. */
    managersToldAt: instant(),
    /** Until when alerts that were over were held against the signatures. */
    matchedUntil: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [check("installation_is_one_row", sql`${t.only}`)],
);

/** Sign-in links that were sent by e-mail; each works once. */
export const verificationTokens = pgTable(
  "verification_tokens",
  { identifier: text().notNull(), token: text().notNull(), expires: instant().notNull() },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
);

/** Attempts counted per key (an address, an e-mail) in the window that began at `startsAt`. */
export const attempts = pgTable("attempts", {
  key: text().primaryKey(),
  startsAt: instant().notNull(),
  count: integer().notNull(),
});

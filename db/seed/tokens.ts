import { createHash, randomBytes } from "node:crypto";
import { apiTokens, type tokenScopes } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, fixtures, longAgo, record } from "#db/seed/history";
import { namedPerson, type Person } from "#db/seed/people";

type TokenScope = (typeof tokenScopes)[number];
/** A token with the secret that goes into `Authorization: Bearer`; only its hash is stored. */
export type Token = Row<typeof apiTokens> & { secret: string };

type TokenFacts = {
  name?: string;
  scope?: TokenScope;
  /** Whose own token it is; without one it is a service token. */
  person?: Person;
  expiresAt?: Temporal.Instant;
  revokedAt?: Temporal.Instant;
  lastUsedAt?: Temporal.Instant;
  by?: Actor;
};

export function draftToken(draft: Draft, facts: TokenFacts = {}, at = longAgo): Token {
  const { name = "a test", scope = "read", person, expiresAt = null, revokedAt = null, lastUsedAt = null } = facts;
  const by = facts.by ?? person ?? fixtures;
  const secret = `wb_${randomBytes(32).toString("base64url")}`;
  const row = {
    id: crypto.randomUUID(),
    name,
    scope,
    personId: person?.id ?? null,
    hash: createHash("sha256").update(secret).digest("hex"),
    hint: secret.slice(0, 7),
    createdAt: at,
    createdById: typeof by === "string" ? null : by.id,
    expiresAt,
    lastUsedAt,
    revokedAt,
  };
  draft.add(apiTokens, row);
  const detail = { token: name, scope, owner: person ? namedPerson(person) : null };
  record(draft, at, by, [row.id, person?.id], { kind: "token.created", ...detail });
  if (revokedAt) record(draft, revokedAt, by, [row.id, person?.id], { kind: "token.revoked", ...detail });
  return { ...row, secret };
}

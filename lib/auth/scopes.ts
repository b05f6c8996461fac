import type { TokenScope } from "#lib/auth/policy";

/** What a token of each scope may do, in words. */
export const scopeWords: Record<TokenScope, { label: string; hint: string }> = {
  read: { label: "Read", hint: "the catalog, rosters, documents and alerts" },
  write: { label: "Write", hint: "read, and change what its owner may change" },
  admin: { label: "Administer", hint: "write, and change teams, people and imports" },
  intake: { label: "Send alerts", hint: "nothing else: for monitoring systems" },
};

/** Scopes as choices of a form, in the order given. */
export function scopeChoices(scopes: readonly TokenScope[]): { value: TokenScope; label: string; hint: string }[] {
  return scopes.map((scope) => ({ value: scope, ...scopeWords[scope] }));
}

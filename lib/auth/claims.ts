/** What a sign-in provider says of a person: an address that it vouches for, and a name. */
export type Claim = { email: string; name: string | undefined };

type Claims = Record<string, unknown>;

/**
 * The address in the first of `sources` that the provider marks as verified (OpenID Connect Core 5.1), or
 * undefined. An address that is only claimed proves nothing: anybody may type anybody's.
 */
export function verifiedClaim(sources: readonly (Claims | undefined)[]): Claim | undefined {
  const source = sources.find((claims) => claims?.email_verified === true && isAddress(claims.email));
  if (!source) return undefined;
  const name = sources.map((claims) => claims?.name).find((said) => typeof said === "string" && said.trim() !== "");
  return {
    email: String(source.email).trim().toLowerCase(),
    name: name === undefined ? undefined : String(name).trim(),
  };
}

/** The claims of an ID token whose sender and signature have been checked already. */
export function idTokenClaims(token: string | undefined): Claims | undefined {
  const [, payload] = token?.split(".") ?? [];
  return payload ? (JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Claims) : undefined;
}

type GitHubAddress = { email: string; primary: boolean; verified: boolean };

/** A GitHub user in the terms of OpenID Connect: only the primary address counts, and only when GitHub verified it. */
export function gitHubClaims(user: Claims, addresses: readonly GitHubAddress[]): Claims {
  const primary = addresses.find((address) => address.primary);
  return { ...user, email: primary?.email, email_verified: primary?.verified === true, name: user.name ?? user.login };
}

function isAddress(value: unknown): boolean {
  return typeof value === "string" && /^[^@\s]+@[^@\s]+$/.test(value.trim());
}

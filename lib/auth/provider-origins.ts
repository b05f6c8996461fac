import "server-only";
import { environment } from "#lib/env";

const shared = globalThis as typeof globalThis & { watchbillAuthorizationOrigin?: string };

/** Where sign-in forms lead: the origins of the configured providers. */
export function providerOrigins(): string[] {
  const { AUTH_OIDC_ISSUER, AUTH_GITHUB_ID, AUTH_GOOGLE_ID } = environment();
  const origins = [
    AUTH_OIDC_ISSUER && new URL(AUTH_OIDC_ISSUER).origin,
    AUTH_OIDC_ISSUER && shared.watchbillAuthorizationOrigin,
    AUTH_GITHUB_ID && "https://github.com",
    AUTH_GOOGLE_ID && "https://accounts.google.com",
  ];
  return [...new Set(origins.filter((origin) => origin !== undefined))];
}

/** Learns where the issuer lets people sign in, which may be another host than its own. Failing, its own is used. */
export async function learnAuthorizationOrigin(): Promise<void> {
  const issuer = environment().AUTH_OIDC_ISSUER;
  if (!issuer || shared.watchbillAuthorizationOrigin) return;
  try {
    const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    const { authorization_endpoint } = (await response.json()) as { authorization_endpoint: string };
    shared.watchbillAuthorizationOrigin = new URL(authorization_endpoint).origin;
  } catch {
    // The issuer is away; it is asked again when somebody opens the sign-in page.
  }
}

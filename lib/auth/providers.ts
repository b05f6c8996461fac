import "server-only";
import type { Provider } from "next-auth/providers";
import Credentials from "next-auth/providers/credentials";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { findDemoPerson } from "#lib/auth/demo-people";
import { spendSignInLink } from "#lib/auth/email-links";
import { gitHubProfile } from "#lib/auth/github";
import { isDemoMode } from "#lib/auth/installation";
import { environment } from "#lib/env";

export type ProviderId = "oidc" | "github" | "google" | "email" | "demo";

/** The ways to sign in that are configured, in the order in which they are offered. */
export async function configuredProviders(): Promise<Provider[]> {
  if (await isDemoMode()) return [demo()];
  const settings = environment();
  return [
    ...(settings.AUTH_OIDC_ISSUER ? [openIdConnect(settings.AUTH_OIDC_ISSUER)] : []),
    ...(settings.AUTH_GITHUB_ID ? [gitHub()] : []),
    ...(settings.AUTH_GOOGLE_ID ? [google()] : []),
    ...(settings.SMTP_URL ? [emailLink()] : []),
  ];
}

/** The buttons of the sign-in page: providers that take over the browser. */
export function listRedirectProviders(): { id: "oidc" | "github" | "google"; name: string }[] {
  const { AUTH_OIDC_ISSUER, AUTH_OIDC_NAME, AUTH_GITHUB_ID, AUTH_GOOGLE_ID } = environment();
  return [
    ...(AUTH_OIDC_ISSUER ? [{ id: "oidc", name: AUTH_OIDC_NAME } as const] : []),
    ...(AUTH_GITHUB_ID ? [{ id: "github", name: "GitHub" } as const] : []),
    ...(AUTH_GOOGLE_ID ? [{ id: "google", name: "Google" } as const] : []),
  ];
}

export const hasEmailLinks = () => Boolean(environment().SMTP_URL);

function openIdConnect(issuer: string): Provider {
  const { AUTH_OIDC_ID, AUTH_OIDC_SECRET, AUTH_OIDC_NAME } = environment();
  return {
    id: "oidc",
    type: "oidc",
    name: AUTH_OIDC_NAME,
    issuer,
    clientId: AUTH_OIDC_ID,
    clientSecret: AUTH_OIDC_SECRET,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid profile email" } },
    // Many issuers put the address into the user information only; the ID token's is read as well.
    idToken: false,
    profile: (profile) => ({ id: profile.sub, name: profile.name, email: profile.email }),
  };
}

function gitHub(): Provider {
  const { AUTH_GITHUB_ID, AUTH_GITHUB_SECRET } = environment();
  return GitHub({
    clientId: AUTH_GITHUB_ID,
    clientSecret: AUTH_GITHUB_SECRET,
    userinfo: {
      url: "https://api.github.com/user",
      request: ({ tokens }: { tokens: { access_token?: string } }) => gitHubProfile(tokens.access_token ?? ""),
    },
  });
}

function google(): Provider {
  const { AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET } = environment();
  return Google({ clientId: AUTH_GOOGLE_ID, clientSecret: AUTH_GOOGLE_SECRET });
}

/** Not next-auth's own e-mail provider: that one wants to keep accounts of its own for every other provider too. */
function emailLink(): Provider {
  return Credentials({
    id: "email",
    credentials: { email: {}, token: {} },
    authorize: async ({ email, token }) => {
      const proved = await spendSignInLink(String(email), String(token));
      return proved ? { email: proved } : null;
    },
  });
}

function demo(): Provider {
  return Credentials({
    id: "demo",
    credentials: { person: {} },
    authorize: async ({ person }) => (await findDemoPerson(String(person))) ?? null,
  });
}

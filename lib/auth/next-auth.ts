import "server-only";
import NextAuth, { type NextAuthConfig, type Profile } from "next-auth";
import { admit } from "#lib/auth/admission";
import { callbackPath } from "#lib/auth/callback-path";
import { type Claim, idTokenClaims, verifiedClaim } from "#lib/auth/claims";
import { sessionSecret } from "#lib/auth/installation";
import { configuredProviders } from "#lib/auth/providers";
import { sessionCookie, sessionSeconds } from "#lib/auth/sessions";
import { now } from "#lib/clock";

/** next-auth, configured when it is first needed: the secret and the mode may come from the database. */
export const { handlers, signIn, signOut } = NextAuth(configuration);

async function configuration(): Promise<NextAuthConfig> {
  const { name, options } = sessionCookie();
  const [providers, secret] = await Promise.all([configuredProviders(), sessionSecret()]);
  return {
    providers,
    secret,
    basePath: "/api/auth",
    // The host is AUTH_URL's, or a loopback one that the proxy has checked.
    trustHost: true,
    useSecureCookies: options.secure,
    cookies: { sessionToken: { name, options } },
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    callbacks,
    logger: { error: logFailure, warn: () => undefined, debug: () => undefined },
  };
}

const everyday = new Set(["CredentialsSignin", "AccessDenied", "OAuthCallbackError"]);

/** One line for whoever runs the server. Somebody who is refused, or changes their mind, is nothing to report. */
function logFailure(error: Error): void {
  const { type = error.name } = error as { type?: string };
  if (everyday.has(type)) return;
  const { err: reason = error } = (error.cause ?? {}) as { err?: Error };
  process.stderr.write(`Sign-in failed: ${type}: ${reason.message}\n`);
}

const callbacks: NextAuthConfig["callbacks"] = {
  /** Lets people in by the rules of `admit`; the person's id goes on in `user`. */
  async signIn({ user, account, profile }) {
    if (account?.provider === "demo") return true;
    const outcome = await admit(claimOf(account, profile, user.email));
    if ("refusal" in outcome) return `/sign-in?refused=${outcome.refusal}`;
    user.id = outcome.personId;
    return true;
  },
  jwt: ({ token, user }) => (user ? { sub: user.id, beganAt: now().toString() } : token),
  redirect: ({ url, baseUrl }) => baseUrl + callbackPath(url, baseUrl, { allowSignIn: true }),
};

type Account = { provider: string; id_token?: string } | null | undefined;

function claimOf(account: Account, profile: Profile | undefined, email: string | null | undefined): Claim | undefined {
  // Whoever holds the link has proved the address.
  if (account?.provider === "email") return email ? { email, name: undefined } : undefined;
  return verifiedClaim([profile, idTokenClaims(account?.id_token)]);
}

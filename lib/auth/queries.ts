import "server-only";
import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { db } from "#db/client";
import { apiTokens, people } from "#db/schema";
import { type DemoPerson, listDemoPeople } from "#lib/auth/demo-people";
import { isDemoMode } from "#lib/auth/installation";
import { authorize, type TokenScope, type Viewer } from "#lib/auth/policy";
import { learnAuthorizationOrigin } from "#lib/auth/provider-origins";
import { hasEmailLinks, listRedirectProviders } from "#lib/auth/providers";
import { now } from "#lib/clock";

export type TokenView = {
  id: string;
  name: string;
  scope: TokenScope;
  hint: string;
  createdAt: string;
  createdBy: string | null;
  expiresAt: string | null;
  lastUsedAt: string | null;
};

/** The viewer's own tokens that are still good, newest first. */
export async function listOwnTokens(viewer: Viewer): Promise<TokenView[]> {
  authorize(viewer, "token:own", { personId: viewer.personId });
  return listTokens(eq(apiTokens.personId, viewer.personId ?? ""));
}

/** The service tokens that are still good, newest first. Throws Forbidden. */
export async function listServiceTokens(viewer: Viewer): Promise<TokenView[]> {
  authorize(viewer, "token:administer");
  return listTokens(isNull(apiTokens.personId));
}

async function listTokens(whose: ReturnType<typeof eq>): Promise<TokenView[]> {
  const isGood = and(isNull(apiTokens.revokedAt), or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now())));
  const rows = await db()
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      scope: apiTokens.scope,
      hint: apiTokens.hint,
      createdAt: apiTokens.createdAt,
      createdBy: people.name,
      expiresAt: apiTokens.expiresAt,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .leftJoin(people, eq(people.id, apiTokens.createdById))
    .where(and(whose, isGood))
    .orderBy(desc(apiTokens.createdAt));
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toString(),
    expiresAt: row.expiresAt?.toString() ?? null,
    lastUsedAt: row.lastUsedAt?.toString() ?? null,
  }));
}

export type SignInOptions = {
  /** Providers that take over the browser. */
  providers: { id: string; name: string }[];
  hasEmailLinks: boolean;
  /** Null outside demo mode. */
  demoPeople: DemoPerson[] | null;
};

/** The ways to sign in here. Anybody may ask. */
export async function listSignInOptions(): Promise<SignInOptions> {
  if (await isDemoMode()) return { providers: [], hasEmailLinks: false, demoPeople: await listDemoPeople() };
  await learnAuthorizationOrigin();
  return { providers: listRedirectProviders(), hasEmailLinks: hasEmailLinks(), demoPeople: null };
}

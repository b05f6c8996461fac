import "server-only";
import { db } from "#db/client";
import { installation } from "#db/schema";
import { environment, WrongSetting } from "#lib/env";

type Facts = { isDemo: boolean; demoSecret: string | null };

const shared = globalThis as typeof globalThis & { watchbillInstallation?: Facts };

/** Whether people sign in by choosing one of the demo people: allowed by the settings and by the database itself. */
export async function isDemoMode(): Promise<boolean> {
  return environment().asDemo && (await facts()).isDemo;
}

/** The secret that sessions are signed with. Throws `WrongSetting` where there is none. */
export async function sessionSecret(): Promise<string> {
  const { AUTH_SECRET, asDemo } = environment();
  if (AUTH_SECRET) return AUTH_SECRET;
  const { isDemo, demoSecret } = await facts();
  if (asDemo && isDemo && demoSecret) return demoSecret;
  throw new WrongSetting("AUTH_SECRET is needed: this database was not created for demo mode.");
}

// Fixed when the database is created, so it is read once; a database that is away is asked again.
async function facts(): Promise<Facts> {
  if (shared.watchbillInstallation) return shared.watchbillInstallation;
  const [row] = await db()
    .select({ isDemo: installation.isDemo, demoSecret: installation.demoSecret })
    .from(installation);
  if (!row) return { isDemo: false, demoSecret: null };
  shared.watchbillInstallation = row;
  return row;
}

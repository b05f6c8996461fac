import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import webPush from "web-push";
import { db } from "#db/client";
import { installation } from "#db/schema";

export type PushKeys = { publicKey: string; privateKey: string };

/** The keys by which browsers know pushes of this installation; made when the first is needed, once for all replicas. */
export async function pushKeys(): Promise<PushKeys> {
  return (await storedKeys()) ?? (await makeKeys());
}

async function makeKeys(): Promise<PushKeys> {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  await db()
    .update(installation)
    .set({ pushPublicKey: publicKey, pushPrivateKey: privateKey })
    .where(and(eq(installation.only, true), isNull(installation.pushPublicKey)));
  const keys = await storedKeys();
  if (!keys) throw new Error("This database has no row about its installation.");
  return keys;
}

async function storedKeys(): Promise<PushKeys | undefined> {
  const [row] = await db()
    .select({ publicKey: installation.pushPublicKey, privateKey: installation.pushPrivateKey })
    .from(installation);
  return row?.publicKey && row.privateKey ? { publicKey: row.publicKey, privateKey: row.privateKey } : undefined;
}

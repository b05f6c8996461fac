import "server-only";
import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { intakeKeys } from "#db/schema";
import type { MakeIntakeKeyInput, OneIntakeKey } from "#lib/alerts/intake/intake-inputs";
import { intakeKeyHash, intakeKeyHint, newIntakeKey } from "#lib/alerts/intake/intake-key";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { lockService, named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

export type MadeIntakeKey = { id: string; service: string; key: string; hint: string; createdAt: Temporal.Instant };

/**
 * Makes a routing key by which PagerDuty senders raise alerts of a service. Its text is returned this once; only its
 * hash is kept. Throws NotFound, Forbidden, Conflict.
 */
export function makeIntakeKey(viewer: Viewer, input: MakeIntakeKeyInput, at = now()): Promise<MadeIntakeKey> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "intake-key:edit", teamsOf(service));
    if (service.retiredAt) throw new Conflict(`${service.name} is retired: bring it back before it gets a key.`);
    const key = newIntakeKey();
    const row = { serviceId: service.id, hash: intakeKeyHash(key), hint: intakeKeyHint(key), createdAt: at };
    const [made] = await tx
      .insert(intakeKeys)
      .values({ ...row, createdById: viewer.personId })
      .returning({ id: intakeKeys.id });
    if (!made) throw new Error("The database returned no intake key.");
    const { hint } = row;
    await recordEvent(tx, viewer, at, {
      kind: "intake-key.created",
      service: named(service),
      hint,
      about: [service.id],
    });
    return { id: made.id, service: service.slug, key, hint, createdAt: at };
  });
}

/** From now on the key is good for nothing. Throws NotFound, Forbidden. */
export function revokeIntakeKey(viewer: Viewer, input: OneIntakeKey, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "intake-key:edit", teamsOf(service));
    const isIt = and(eq(intakeKeys.id, input.key), eq(intakeKeys.serviceId, service.id));
    const [key] = await tx.select().from(intakeKeys).where(isIt).for("update");
    if (!key) throw new NotFound("There is no such key.");
    if (key.revokedAt) return;
    await tx.update(intakeKeys).set({ revokedAt: at }).where(eq(intakeKeys.id, key.id));
    const { hint } = key;
    await recordEvent(tx, viewer, at, {
      kind: "intake-key.revoked",
      service: named(service),
      hint,
      about: [service.id],
    });
  });
}

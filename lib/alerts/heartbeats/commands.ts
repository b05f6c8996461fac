import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { heartbeats } from "#db/schema";
import type { OneHeartbeat } from "#lib/alerts/heartbeats/inputs";
import { lockLivingHeartbeat } from "#lib/alerts/heartbeats/locks";
import { findBeating } from "#lib/alerts/heartbeats/queries";
import { silence, silentAfter } from "#lib/alerts/heartbeats/silence";
import { receiveIn, untilItGetsThrough } from "#lib/alerts/intake/receive";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { recordEvent } from "#lib/events";
import { wakeSoon } from "#lib/jobs/wake";
import { lockService, named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

/** A sign of life: the next one is waited for from now on, and the alert of a silent one is over. Throws NotFound, Forbidden. */
export async function beatHeart(viewer: Viewer, input: OneHeartbeat, at = now()): Promise<void> {
  authorize(viewer, "heartbeat:beat");
  const service = await findBeating(input.service);
  const isOver = await untilItGetsThrough(async (tx) => {
    const heartbeat = await lockLivingHeartbeat(tx, service, input.heartbeat);
    const wasSilent = heartbeat.lastBeatAt !== null && heartbeat.silentAt === null;
    const beat = { lastBeatAt: at, silentAt: silentAfter(heartbeat, at) };
    await tx.update(heartbeats).set(beat).where(eq(heartbeats.id, heartbeat.id));
    if (wasSilent) await receiveIn(tx, [silence(heartbeat, "resolved", at)], at);
    return wasSilent;
  });
  if (isOver) wakeSoon();
}

/** Nobody listens for it any more; an alert that it raised is over. Throws NotFound, Forbidden. */
export function retireHeartbeat(viewer: Viewer, input: OneHeartbeat, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "heartbeat:edit", teamsOf(service));
    const heartbeat = await lockLivingHeartbeat(tx, service, input.heartbeat);
    await tx.update(heartbeats).set({ retiredAt: at, silentAt: null }).where(eq(heartbeats.id, heartbeat.id));
    await receiveIn(tx, [silence(heartbeat, "resolved", at)], at);
    const told = { service: named(service), heartbeat: named(heartbeat), about: [service.id] };
    await recordEvent(tx, viewer, at, { kind: "heartbeat.retired", ...told });
  });
}

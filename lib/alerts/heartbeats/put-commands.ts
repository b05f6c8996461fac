import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { heartbeats } from "#db/schema";
import type { PutHeartbeatInput } from "#lib/alerts/heartbeats/inputs";
import { lockHeartbeat } from "#lib/alerts/heartbeats/locks";
import { silentAfter } from "#lib/alerts/heartbeats/silence";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changedFields, changesOf } from "#lib/changes";
import { now } from "#lib/clock";
import { Conflict, Invalid } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { lockService, named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

const usualGraceSeconds = 60;

/**
 * Makes the heartbeat of a service what is said, and makes it where there is none: it waits for its first beat then. A
 * retired one comes back so. True when it is new. Throws NotFound, Forbidden, Conflict, Invalid.
 */
export function putHeartbeat(viewer: Viewer, input: PutHeartbeatInput, at = now()): Promise<boolean> {
  const { service: serviceSlug, heartbeat: slug, ...said } = input;
  return inTransaction(async (tx) => {
    const service = await lockService(tx, serviceSlug);
    authorize(viewer, "heartbeat:edit", teamsOf(service));
    if (service.retiredAt) throw new Conflict(`${service.name} is retired: nobody listens for it.`);
    const present = await lockHeartbeat(tx, service, slug);
    const told = (name: string) => ({ service: named(service), heartbeat: { slug, name }, about: [service.id] });
    if (!present) {
      if (said.everySeconds === undefined)
        throw new Invalid("Say how many seconds lie between two beats.", "everySeconds");
      const { everySeconds, name = slug, graceSeconds = usualGraceSeconds, customerImpact = null } = said;
      const row = { serviceId: service.id, slug, name, everySeconds, graceSeconds, customerImpact, createdAt: at };
      await tx.insert(heartbeats).values(row);
      await recordEvent(tx, viewer, at, { kind: "heartbeat.created", ...told(name) });
      return true;
    }
    const changes = changesOf<typeof present>(present, said);
    if (changes.length === 0 && !present.retiredAt) return false;
    const after = { ...present, ...changedFields<typeof present>(changes) };
    // One that listens goes on from its last beat; one that is silent, or comes back, from the next.
    const isListening = present.silentAt && present.lastBeatAt && !present.retiredAt;
    const silentAt = isListening && present.lastBeatAt ? silentAfter(after, present.lastBeatAt) : null;
    const back = present.retiredAt ? { retiredAt: null, lastBeatAt: null } : {};
    const { name, everySeconds, graceSeconds, customerImpact } = after;
    await tx
      .update(heartbeats)
      .set({ name, everySeconds, graceSeconds, customerImpact, silentAt, ...back })
      .where(eq(heartbeats.id, present.id));
    if (present.retiredAt) await recordEvent(tx, viewer, at, { kind: "heartbeat.created", ...told(name) });
    else await recordEvent(tx, viewer, at, { kind: "heartbeat.edited", ...told(name), changes });
    return present.retiredAt !== null;
  });
}

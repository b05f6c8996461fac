import "server-only";
import { isDatabaseAway } from "#db/client";
import type { Delivery, Received } from "#lib/alerts/intake/delivery";
import { readGenericBody } from "#lib/alerts/intake/generic";
import { receiveAlerts } from "#lib/alerts/intake/receive";
import type { Viewer } from "#lib/auth/policy";
import { Unavailable } from "#lib/errors";

type Settle = ReturnType<typeof Promise.withResolvers<Received[]>>;
type Waiting = Settle & { deliveries: readonly Delivery[]; bytes: number };
type Queue = { waiting: Waiting[]; count: number; bytes: number; isStoring: boolean };

// Instrumentation and route handlers are bundled apart and share no module state, but they share this.
const shared = globalThis as typeof globalThis & { watchbillIntake?: Queue };

/** How many deliveries, and how much of what came, may wait to be stored: some seconds of work, and bounded memory. */
const most = { waiting: 4_000, bytes: 48 * 1024 * 1024, atOnce: 250, inOne: 1_000 };

/**
 * Stores what one request brought, and answers once it is durable. Requests that arrive while others are being stored
 * share the next transaction. `bytes` is how large the request was. Throws Unavailable when too much waits already.
 */
export function acceptAlerts(deliveries: readonly Delivery[], bytes: number): Promise<Received[]> {
  shared.watchbillIntake ??= { waiting: [], count: 0, bytes: 0, isStoring: false };
  const queue = shared.watchbillIntake;
  const isFull = queue.count + deliveries.length > most.waiting || queue.bytes + bytes > most.bytes;
  // One payload alone is always taken, however many alerts it holds.
  if (isFull && queue.count > 0)
    throw new Unavailable("More alerts arrive than can be stored. Send it again shortly.", 2);
  const settle = Promise.withResolvers<Received[]>();
  queue.waiting.push({ ...settle, deliveries, bytes });
  queue.count += deliveries.length;
  queue.bytes += bytes;
  if (!queue.isStoring) void storeAll(queue);
  return settle.promise;
}

/** Stores the alert that a program of one's own raises in `body`. Throws Invalid, Unavailable. */
export async function raiseAlert({ personId, name }: Viewer, body: unknown, bytes: number): Promise<Received> {
  const [received] = await acceptAlerts([{ ...readGenericBody(body), by: { personId, name } }], bytes);
  if (!received) throw new Error("What was stored has no answer.");
  return received;
}

async function storeAll(queue: Queue): Promise<void> {
  queue.isStoring = true;
  while (queue.waiting.length > 0) {
    const batch = takeBatch(queue);
    await store(batch);
    // What is being stored still takes room.
    for (const { deliveries, bytes } of batch) {
      queue.count -= deliveries.length;
      queue.bytes -= bytes;
    }
  }
  queue.isStoring = false;
}

function takeBatch({ waiting }: Queue): Waiting[] {
  let [taken, count] = [0, 0];
  for (const { deliveries } of waiting) {
    if (taken > 0 && count + deliveries.length > most.atOnce) break;
    taken += 1;
    count += deliveries.length;
  }
  return waiting.splice(0, taken);
}

/** Never rejects: each request hears of its own fate. */
async function store(batch: readonly Waiting[]): Promise<void> {
  try {
    const received = await receiveInParts(batch.flatMap(({ deliveries }) => deliveries));
    let start = 0;
    for (const { deliveries, resolve } of batch) {
      resolve(received.slice(start, start + deliveries.length));
      start += deliveries.length;
    }
  } catch (error) {
    const [first, ...others] = batch;
    if (others.length === 0 || isDatabaseAway(error)) for (const { reject } of batch) reject(error);
    // One of them cannot be stored: it must not cost the others.
    else for (const one of [first, ...others]) if (one) await store([one]);
  }
}

/** A payload of very many is stored a part at a time: its sender hears of it when all of it is. */
async function receiveInParts(deliveries: readonly Delivery[]): Promise<Received[]> {
  const received: Received[] = [];
  for (let start = 0; start < deliveries.length; start += most.inOne)
    received.push(...(await receiveAlerts(deliveries.slice(start, start + most.inOne))));
  return received;
}

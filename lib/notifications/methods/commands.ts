import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { contactMethods, notifications } from "#db/schema";
import { countTry } from "#lib/auth/attempts";
import { sessionSecret } from "#lib/auth/installation";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { environment } from "#lib/env";
import { Conflict, Invalid } from "#lib/errors";
import { wakeSoon } from "#lib/jobs/wake";
import { isSetUp } from "#lib/notifications/contact-kind-queries";
import { kindWords } from "#lib/notifications/kind-words";
import { methodWords } from "#lib/notifications/method-words";
import type {
  AddMethodInput,
  MethodRuleInput,
  MoveMethodInput,
  OneMethod,
  VerifyMethodInput,
} from "#lib/notifications/methods/inputs";
import { listStored, lockMethod, lockViewer, type StoredMethod } from "#lib/notifications/methods/locks";
import { enqueueCode } from "#lib/notifications/methods/send-code";
import { passOn } from "#lib/notifications/pass-on";
import { codeHash } from "#lib/notifications/verification-code";
import { namedPerson } from "#lib/people/locks";

// How people are reached is theirs alone: none of this is told in the history, which is for everybody.

const mostMethods = 12;

/** Adds a way to reach the viewer and sends a code there; until that comes back nobody is paged over it. Returns its id. Throws Forbidden, Invalid, Conflict. */
export async function addMethod(viewer: Viewer, input: AddMethodInput, at = now()): Promise<string> {
  authorize(viewer, "contact-method:own", { personId: viewer.personId });
  await countCode(viewer, at);
  const secret = await sessionSecret();
  const id = await inTransaction(async (tx) => {
    const person = await lockViewer(tx, viewer);
    const all = await listStored(tx, person.id);
    refuse(input, all);
    const { kind, label } = input;
    const target: Record<string, string> =
      kind === "webhook" ? { ...input.target, secret: randomBytes(24).toString("base64url") } : input.target;
    const [method] = await tx
      .insert(contactMethods)
      .values({
        ...{ personId: person.id, kind, target, createdAt: at, label: label ?? kindWords[kind].title },
        position: (all.at(-1)?.position ?? 0) + 1,
      })
      .returning();
    if (!method) throw new Error("The database returned no contact method.");
    await enqueueCode(tx, method, secret, at);
    return method.id;
  });
  wakeSoon();
  return id;
}

/** Sends another code to a method; the one before is good no more. Throws NotFound, Forbidden, TooManyTries. */
export async function sendCode(viewer: Viewer, input: OneMethod, at = now()): Promise<void> {
  authorize(viewer, "contact-method:own", { personId: viewer.personId });
  await countCode(viewer, at);
  const secret = await sessionSecret();
  await inTransaction(async (tx) => {
    const { method } = await lockMethod(tx, viewer, input.method);
    await enqueueCode(tx, method, secret, at);
  });
  wakeSoon();
}

/** Takes the code that arrived: from now on pages go there. Throws NotFound, Forbidden, Invalid, TooManyTries. */
export async function verifyMethod(
  viewer: Viewer,
  { method: id, code }: VerifyMethodInput,
  at = now(),
): Promise<string> {
  authorize(viewer, "contact-method:own", { personId: viewer.personId });
  await countTry("codes", `${viewer.personId} ${id}`, at);
  return inTransaction(async (tx) => {
    const { method } = await lockMethod(tx, viewer, id);
    const isGood = method.codeUntil && Temporal.Instant.compare(at, method.codeUntil) < 0;
    if (!isGood) throw new Invalid("This code is good no more. Let another one be sent.", "code");
    if (method.codeHash !== codeHash(code)) throw new Invalid("This is not the code that was sent.", "code");
    await tx
      .update(contactMethods)
      .set({ verifiedAt: at, workedAt: at, codeHash: null, codeUntil: null })
      .where(eq(contactMethods.id, id));
    return method.label;
  });
}

/** Says when a method is used, and what it is called. Throws NotFound, Forbidden. */
export function setMethodRule(viewer: Viewer, input: MethodRuleInput): Promise<string> {
  return inTransaction(async (tx) => {
    const { method } = await lockMethod(tx, viewer, input.method);
    const label = input.label || method.label;
    const { afterMinutes, hours } = input;
    await tx.update(contactMethods).set({ afterMinutes, hours, label }).where(eq(contactMethods.id, method.id));
    return label;
  });
}

/** Puts a method before or behind its neighbour. Throws NotFound, Forbidden. */
export function moveMethod(viewer: Viewer, { method: id, direction }: MoveMethodInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { all } = await lockMethod(tx, viewer, id);
    const from = all.findIndex((one) => one.id === id);
    const to = direction === "up" ? from - 1 : from + 1;
    if (to < 0 || to >= all.length) return;
    const order = all
      .map((one) => one.id)
      .toSpliced(from, 1)
      .toSpliced(to, 0, id);
    for (const [position, one] of order.entries())
      await tx.update(contactMethods).set({ position }).where(eq(contactMethods.id, one));
  });
}

/** Forgets a method and where it led. What it was still to carry goes over the next one at once. Throws NotFound, Forbidden. */
export async function removeMethod(viewer: Viewer, input: OneMethod, at = now()): Promise<string> {
  const label = await inTransaction(async (tx) => {
    const person = await lockViewer(tx, viewer);
    const { method } = await lockMethod(tx, viewer, input.method);
    const carried = await dropWaiting(tx, method);
    await tx.delete(contactMethods).where(eq(contactMethods.id, method.id));
    await passOn(tx, carried, namedPerson(person), at);
    return method.label;
  });
  wakeSoon();
  return label;
}

async function dropWaiting(tx: Tx, method: StoredMethod) {
  const isOfMethod = eq(notifications.methodId, method.id);
  // Once it is gone nothing tells its messages from those of other methods that are gone.
  await tx
    .update(notifications)
    .set({ key: sql`${notifications.key} || ' ' || ${method.id}` })
    .where(and(isOfMethod, isNotNull(notifications.key)));
  return tx
    .update(notifications)
    .set({ status: "dropped", nextTryAt: null, claimedUntil: null })
    .where(and(isOfMethod, isNotNull(notifications.nextTryAt)))
    .returning();
}

function refuse({ kind, target }: AddMethodInput, all: readonly StoredMethod[]): void {
  if (!isSetUp(kind) && !environment().asDemo)
    throw new Invalid(`This server is not set up for ${methodWords(kind)}.`, "kind");
  if (all.length >= mostMethods)
    throw new Conflict(`Keep at most ${mostMethods} ways: remove one that you no longer use.`);
  const [field = ""] = Object.keys(target);
  if (all.some((one) => one.kind === kind && one.target[field] === target[field]))
    throw new Conflict("This is one of your contact methods already.", field);
}

const countCode = (viewer: Viewer, at: Temporal.Instant) => countTry("codes-sent", viewer.personId ?? "", at);

import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { contactMethods, notifications } from "#db/schema";
import type { StoredMethod } from "#lib/notifications/methods/locks";
import { codeHash, codeMinutes, verificationCode } from "#lib/notifications/verification-code";

/** Lets a code go out to a method that is to be verified. The message holds a place for it, and no row the code itself. */
export async function enqueueCode(tx: Tx, method: StoredMethod, secret: string, at: Temporal.Instant): Promise<void> {
  const codeUntil = at.add({ minutes: codeMinutes }).round("millisecond");
  const hash = codeHash(verificationCode(method.id, codeUntil, secret));
  await tx.update(contactMethods).set({ codeHash: hash, codeUntil }).where(eq(contactMethods.id, method.id));
  await tx
    .update(notifications)
    .set({ status: "dropped", nextTryAt: null, claimedUntil: null })
    .where(
      and(
        eq(notifications.methodId, method.id),
        eq(notifications.kind, "verification"),
        isNotNull(notifications.nextTryAt),
      ),
    );
  await tx.insert(notifications).values({
    ...{ kind: "verification", personId: method.personId, methodId: method.id, methodKind: method.kind },
    ...{ createdAt: at, dueAt: at, nextTryAt: at },
    message: {
      subject: "Your code for Watchbill",
      lines: [
        `{code} is the code that makes “${method.label}” a way to page you.`,
        `Write it where you asked for it, within ${codeMinutes} minutes. If you did not ask, there is nothing to do.`,
      ],
      path: `/account/contact-methods?method=${method.id}`,
    },
  });
}

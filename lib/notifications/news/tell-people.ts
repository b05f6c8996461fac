import "server-only";
import { and, inArray } from "drizzle-orm";
import type { Tx } from "#db/client";
import { notifications } from "#db/schema";
import type { StoredMessage } from "#db/schema/notifications";
import { environment } from "#lib/env";
import { loadReach, type PersonReach } from "#lib/notifications/load-reach";
import { calmMethod } from "#lib/notifications/news/calm-method";
import { usableZone } from "#lib/notifications/usable-zone";

/** What is told to somebody besides pages. `key` is what makes it: the same twice is told once. */
export type News = {
  personId: string;
  kind: "reminder" | "cover-request" | "digest" | "notice";
  key: string;
  /** In the words and the zone of this reader. */
  message: (reader: { timeZone: string }) => StoredMessage;
};

/** Tells people in the transaction of what makes it necessary, each by one calm message. Returns how many are new. */
export async function tellPeople(tx: Tx, news: readonly News[], at: Temporal.Instant): Promise<number> {
  if (news.length === 0) return 0;
  const keys = [...new Set(news.map(({ key }) => key))];
  const people = [...new Set(news.map(({ personId }) => personId))];
  const told = await tx
    .select({ personId: notifications.personId, key: notifications.key })
    .from(notifications)
    .where(and(inArray(notifications.personId, people), inArray(notifications.key, keys)));
  const known = new Set(told.map(({ personId, key }) => `${personId} ${key}`));
  const fresh = news.filter(({ personId, key }) => !known.has(`${personId} ${key}`));
  const reach = await loadReach(tx, [...new Set(fresh.map(({ personId }) => personId))]);
  const rows = fresh.flatMap((one) => {
    const person = reach.get(one.personId);
    return person?.isActive ? [notificationOf(one, person, at)] : [];
  });
  let made = 0;
  for (let start = 0; start < rows.length; start += 1_000) {
    const part = rows.slice(start, start + 1_000);
    const kept = await tx.insert(notifications).values(part).onConflictDoNothing().returning({ id: notifications.id });
    made += kept.length;
  }
  return made;
}

function notificationOf({ personId, kind, key, message }: News, person: PersonReach, at: Temporal.Instant) {
  const method = calmMethod(person.methods);
  const common = {
    kind,
    personId,
    key,
    message: message({ timeZone: usableZone(person.timeZone) }),
    createdAt: at,
    dueAt: at,
  };
  if (method) return { ...common, methodId: method.id, methodKind: method.kind, nextTryAt: at };
  if (person.email && environment().SMTP_URL) return { ...common, methodKind: "email", nextTryAt: at };
  return { ...common, methodKind: "outbox", status: "sent" as const, sentAt: at };
}

import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { contactMethods, people } from "#db/schema";
import type { MethodRule } from "#lib/notifications/choose-methods";

export type ReachMethod = MethodRule & { id: string; kind: string };
export type PersonReach = Pick<typeof people.$inferSelect, "email" | "timeZone" | "wakesAt" | "sleepsAt"> & {
  isActive: boolean;
  /** Those that are verified, in the person's order. */
  methods: ReachMethod[];
};

/** How these people are reached, by their ids. */
export async function loadReach(tx: Tx, personIds: readonly string[]): Promise<Map<string, PersonReach>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .select({ person: people, method: contactMethods })
    .from(people)
    .leftJoin(contactMethods, and(eq(contactMethods.personId, people.id), isNotNull(contactMethods.verifiedAt)))
    .where(inArray(people.id, [...personIds]))
    .orderBy(contactMethods.position, contactMethods.id);
  const byPerson = new Map<string, PersonReach>();
  for (const { person, method } of rows) {
    const reach = byPerson.get(person.id) ?? { ...person, isActive: person.deactivatedAt === null, methods: [] };
    if (method) reach.methods.push({ ...method, isFailing: isFailing(method) });
    byPerson.set(person.id, reach);
  }
  return byPerson;
}

const isFailing = ({ failedAt, workedAt }: typeof contactMethods.$inferSelect): boolean =>
  failedAt !== null && (workedAt === null || Temporal.Instant.compare(workedAt, failedAt) < 0);

import { createHash } from "node:crypto";
import { db } from "#db/client";
import { alerts, contactMethods } from "#db/schema";
import type { Person } from "#db/seed/people";

/** The night in which tests play. */
export const night = Temporal.Instant.from("2026-03-04T03:00:00Z");

let counted = 0;

type AlertFacts = Partial<typeof alerts.$inferInsert>;

/** An open alert that pages; a test says only what matters to it. */
export async function openAlert(facts: AlertFacts = {}): Promise<typeof alerts.$inferSelect> {
  const key = `made-here-${++counted}`;
  const [alert] = await db()
    .insert(alerts)
    .values({
      ...{ origin: "api:test", dedupKey: key, rule: "CheckoutErrors", severity: "critical" },
      ...{ summary: "One checkout in ten fails", startsAt: night, openedAt: night, repeatedAt: night },
      ...{ lastDelivery: createHash("sha256").update(key).digest("hex"), gate: "page", gateReason: "first-time" },
      ...facts,
    })
    .returning();
  if (!alert) throw new Error("The database returned no alert.");
  return alert;
}

type MethodFacts = Partial<typeof contactMethods.$inferInsert>;

/** A contact method that is verified unless the test says otherwise. */
export async function createMethod(
  person: Person,
  facts: MethodFacts = {},
): Promise<typeof contactMethods.$inferSelect> {
  const [method] = await db()
    .insert(contactMethods)
    .values({
      ...{ personId: person.id, kind: "email", label: "Mail", target: { address: person.email ?? "" } },
      ...{ position: ++counted, createdAt: night, verifiedAt: night },
      ...facts,
    })
    .returning();
  if (!method) throw new Error("The database returned no contact method.");
  return method;
}

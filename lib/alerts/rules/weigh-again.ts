import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { alerts } from "#db/schema";

/** Brings what waits because nobody had said what customers see of its rule before the gate again, at once. */
export async function weighAgain(tx: Tx, ruleId: string, at: Temporal.Instant): Promise<void> {
  const waits = and(
    eq(alerts.ruleId, ruleId),
    isNull(alerts.resolvedAt),
    eq(alerts.status, "triggered"),
    eq(alerts.gate, "hold"),
    inArray(alerts.gateReason, ["impact-unanswered", "no-customer-impact"]),
  );
  await tx.update(alerts).set({ nextStepAt: at }).where(waits);
}

import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { changes, services } from "#db/schema";
import { findByFormerAddress } from "#lib/addresses";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { RecordChangeInput } from "#lib/changes/inputs";
import { now } from "#lib/clock";
import { Invalid } from "#lib/errors";

/** A second try within this time is the same change where its sender names no instant. */
const againMinutes = 10;

/** What was recorded; the same change again is told as it was. */
export type RecordedChange = Pick<typeof changes.$inferSelect, "id" | "kind" | "summary" | "url" | "by" | "at"> & {
  service: string;
};

/**
 * Records a deploy, flag flip or configuration change of a service; one in the future counts as now. The same again
 * changes nothing. Throws Forbidden and, for an unknown service, Invalid.
 */
export function recordChange(viewer: Viewer, input: RecordChangeInput, at = now()): Promise<RecordedChange> {
  const { service: slug, kind, summary, url = null } = input;
  return inTransaction(async (tx) => {
    authorize(viewer, "change:record");
    const former = () => findByFormerAddress(tx, "service", slug);
    const [named] = await tx
      .select({ id: services.id, slug: services.slug })
      .from(services)
      .where(eq(services.slug, slug));
    const moved = named ? undefined : await former();
    const [renamed] = moved
      ? await tx.select({ id: services.id, slug: services.slug }).from(services).where(eq(services.id, moved))
      : [];
    const service = named ?? renamed;
    if (!service) throw new Invalid(`There is no service “${slug}”.`, "service");
    const by = input.by ?? (viewer.kind === "person" ? viewer.name : null);
    const happenedAt = input.at && Temporal.Instant.compare(input.at, at) < 0 ? input.at : at;
    const when = input.at?.toString() ?? String(Math.floor(at.epochMilliseconds / (againMinutes * 60_000)));
    const delivery = createHash("sha256")
      .update(JSON.stringify([kind, summary, url, by, when]))
      .digest("hex");
    const row = { serviceId: service.id, kind, summary, url, by, at: happenedAt, receivedAt: at, delivery };
    await tx.insert(changes).values(row).onConflictDoNothing();
    const [stored] = await tx
      .select()
      .from(changes)
      .where(and(eq(changes.serviceId, service.id), eq(changes.delivery, delivery)));
    if (!stored) throw new Error("The database kept no change.");
    return { id: stored.id, service: service.slug, kind, summary, at: stored.at, url, by };
  });
}

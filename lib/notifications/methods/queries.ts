import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { db } from "#db/client";
import { contactMethods } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type MethodView, whereOf } from "#lib/notifications/methods/method-view";

/** The viewer's contact methods in their order. Throws Forbidden. */
export async function listMethods(viewer: Viewer): Promise<MethodView[]> {
  authorize(viewer, "contact-method:own", { personId: viewer.personId });
  const rows = await db()
    .select({ ...getTableColumns(contactMethods), codeFailure: lastCodeFailure })
    .from(contactMethods)
    .where(eq(contactMethods.personId, viewer.personId ?? ""))
    .orderBy(contactMethods.position, contactMethods.id);
  return rows.map(({ id, kind, label, target, afterMinutes, hours, ...row }) => {
    const isFailing = row.failedAt && (!row.workedAt || Temporal.Instant.compare(row.workedAt, row.failedAt) < 0);
    return {
      ...{ id, kind, label, where: whereOf(kind, target), afterMinutes, hours },
      verifiedAt: row.verifiedAt?.toString() ?? null,
      codeFailure: row.codeFailure,
      codeUntil: row.codeUntil?.toString() ?? null,
      workedAt: row.workedAt?.toString() ?? null,
      failedAt: isFailing ? (row.failedAt?.toString() ?? null) : null,
      failure: isFailing ? row.failure : null,
      secret: kind === "webhook" ? (target.secret ?? null) : null,
    };
  });
}

const lastCodeFailure = sql<string | null>`(select n.failure from notifications n
  where n.method_id = contact_methods.id and n.kind = 'verification' order by n.created_at desc limit 1)`;

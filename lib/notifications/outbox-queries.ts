import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { sessionSecret } from "#lib/auth/installation";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { Invalid } from "#lib/errors";
import { isOnScreenOnly } from "#lib/notifications/contact-kind-queries";
import { verificationCode } from "#lib/notifications/verification-code";
import { isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf } from "#lib/order";

/** A message to the viewer. Instants are ISO texts. */
export type OutboxMessage = {
  id: string;
  kind: string;
  methodKind: string;
  /** What the person calls the method, while there is one. */
  label: string | null;
  subject: string;
  lines: string[];
  /** Where it leads. */
  path: string;
  createdAt: string;
  /** When it is tried next; null when it came to its end. */
  nextTryAt: string | null;
  status: "waiting" | "sending" | "sent" | "failed" | "dropped";
  sentAt: string | null;
  failure: string | null;
  /** It went nowhere else: nothing is set up that could carry it. */
  isShownHere: boolean;
};

type Row = Omit<OutboxMessage, "isShownHere" | "lines"> & {
  lines: string[] | null;
  methodId: string | null;
  codeUntil: string | null;
} & SortValues;

const byTime: Order = [
  { value: sql`n.created_at`, as: "timestamptz" },
  { value: sql`n.id`, as: "uuid" },
];

/** What was sent to the viewer, newest first; a cursor that makes no sense leads to the newest. Throws Forbidden. */
export async function listOutbox(viewer: Viewer, cursor?: string | string[], limit = 30): Promise<Part<OutboxMessage>> {
  authorize(viewer, "contact-method:own", { personId: viewer.personId });
  const rows = await readRows<Row>(sql`
    select n.id, n.kind, n.method_kind as "methodKind", m.label, m.id as "methodId",
      coalesce(n.message->>'subject', a.summary) as subject, 
      coalesce(n.message->'lines', jsonb_build_array(concat_ws(', ', coalesce(s.name, a.service_said), a.severity))) as lines,
      coalesce(n.message->>'path', '/alerts/' || a.id) as path, n.status, n.failure,
      to_json(n.created_at) #>> '{}' as "createdAt", to_json(n.next_try_at) #>> '{}' as "nextTryAt",
      to_json(n.sent_at) #>> '{}' as "sentAt", to_json(m.code_until) #>> '{}' as "codeUntil", ${selectSortValues(byTime)}
    from notifications n left join alerts a on a.id = n.alert_id
      left join services s on s.id = a.service_id left join contact_methods m on m.id = n.method_id
    where n.person_id = ${viewer.personId} and ${after(cursor)}
    order by ${orderBy(byTime, "desc")} limit ${limit + 1}`);
  const secret = await sessionSecret();
  return partOf(rows, limit, sortValuesOf(byTime), (row) => viewOf(row, secret));
}

function after(cursor: string | string[] | undefined): SQL {
  try {
    return isAfter(byTime, typeof cursor === "string" ? cursor : undefined, "desc");
  } catch (error) {
    if (error instanceof Invalid) return sql`true`;
    throw error;
  }
}

function viewOf({ lines, methodId, codeUntil, ...row }: Row, secret: string): OutboxMessage {
  const isShownHere = isOnScreenOnly(row.methodKind);
  // A code proves that a message arrived somewhere else, so it is shown only where nothing can be sent there.
  const isKnown = isShownHere && methodId !== null && codeUntil !== null;
  const code = isKnown ? verificationCode(methodId, Temporal.Instant.from(codeUntil), secret) : "······";
  return {
    ...{ id: row.id, kind: row.kind, methodKind: row.methodKind, label: row.label, subject: row.subject },
    ...{ path: row.path, createdAt: row.createdAt, nextTryAt: row.nextTryAt, status: row.status, sentAt: row.sentAt },
    ...{ failure: row.failure, isShownHere, lines: (lines ?? []).map((line) => line.replaceAll("{code}", code)) },
  };
}

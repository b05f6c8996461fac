import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { AlertStatus } from "#lib/alerts/views";
import { authorize, type Viewer } from "#lib/auth/policy";
import { isOnScreenOnly } from "#lib/notifications/contact-kind-queries";
import { drillOrigin } from "#lib/notifications/drills/drill";

/** The viewer's last test of their pager, and what became of its messages. Instants are ISO texts. */
export type DrillView = {
  alert: string;
  at: string;
  status: AlertStatus;
  answeredAt: string | null;
  messages: {
    id: string;
    kind: string;
    label: string | null;
    status: "waiting" | "sending" | "sent" | "failed" | "dropped";
    nextTryAt: string | null;
    sentAt: string | null;
    failure: string | null;
    /** It went nowhere else: nothing is set up that could carry it. */
    isShownHere: boolean;
  }[];
};

/** The last one of the viewer, or undefined when there is none. Throws Forbidden. */
export async function findLastDrill(viewer: Viewer): Promise<DrillView | undefined> {
  authorize(viewer, "contact-method:own", { personId: viewer.personId });
  const [drill] = await readRows<DrillView>(sql`
    select a.id as alert, to_json(a.opened_at) #>> '{}' as at, a.status, to_json(p.answered_at) #>> '{}' as "answeredAt",
      coalesce((select json_agg(json_build_object('id', n.id, 'kind', n.method_kind, 'label', m.label, 'status', n.status,
          'nextTryAt', n.next_try_at, 'sentAt', n.sent_at, 'failure', n.failure) order by n.due_at, m.position, n.id)
        from notifications n left join contact_methods m on m.id = n.method_id where n.page_id = p.id), '[]') as messages
    from alerts a join pages p on p.alert_id = a.id and p.person_id = ${viewer.personId}
    where a.origin = ${drillOrigin(viewer.personId ?? "")}
    order by a.opened_at desc limit 1`);
  const messages = drill?.messages.map((message) => ({ ...message, isShownHere: isOnScreenOnly(message.kind) })) ?? [];
  return drill && { ...drill, messages };
}

import "server-only";
import { environment } from "#lib/env";
import type { Message } from "#lib/notifications/message";
import { postJson } from "#lib/notifications/senders/post";
import type { Outcome, SendContext, Target } from "#lib/notifications/senders/sender";

/** An event for a PagerDuty service (Events API v2). One alert stays one incident there, and ends there when it ends. */
export function sendPagerDuty(target: Target, message: Message, context: SendContext): Promise<Outcome> {
  const { bridge, alerts, subject, text, url, label } = message;
  const [first] = alerts;
  const incident = {
    routing_key: target.routingKey,
    event_action: bridge?.action ?? "trigger",
    dedup_key: `watchbill-${bridge?.alert ?? first?.id ?? context.id}`,
  };
  const about = {
    payload: {
      ...{ summary: subject, source: first?.service ?? "watchbill", severity: first?.severity ?? "info" },
      custom_details: { text, alerts },
    },
    links: [{ href: url, text: label }],
  };
  return postJson({
    url: `${environment().PAGERDUTY_BASE_URL.replace(/\/+$/, "")}/v2/enqueue`,
    body: bridge ? incident : { ...incident, ...about },
    context,
  });
}

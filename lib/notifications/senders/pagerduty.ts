import "server-only";
import { environment } from "#lib/env";
import type { Message } from "#lib/notifications/message";
import { postJson } from "#lib/notifications/senders/post";
import type { Outcome, SendContext, Target } from "#lib/notifications/senders/sender";

/** An event for a PagerDuty service (Events API v2). One alert stays one incident there, however often it is sent. */
export function sendPagerDuty(target: Target, message: Message, context: SendContext): Promise<Outcome> {
  const [first] = message.alerts;
  return postJson({
    url: `${environment().PAGERDUTY_BASE_URL.replace(/\/+$/, "")}/v2/enqueue`,
    body: {
      routing_key: target.routingKey,
      event_action: "trigger",
      dedup_key: `watchbill-${first?.id ?? context.id}`,
      payload: {
        summary: message.subject,
        source: first?.service ?? "watchbill",
        severity: first?.severity ?? "info",
        custom_details: { text: message.text, alerts: message.alerts },
      },
      links: [{ href: message.url, text: message.label }],
    },
    context,
  });
}

import "server-only";
import { createHmac } from "node:crypto";
import type { Message } from "#lib/notifications/message";
import { post } from "#lib/notifications/senders/post";
import type { Outcome, SendContext, Target } from "#lib/notifications/senders/sender";

/** JSON for any receiver, signed with the secret of the method: HMAC-SHA-256 over the time, a dot and the body. */
export function sendWebhook(target: Target, message: Message, context: SendContext): Promise<Outcome> {
  const body = JSON.stringify({
    ...{ id: context.id, kind: message.kind, subject: message.subject, text: message.text, url: message.url },
    ...{ urgent: message.isUrgent, alerts: message.alerts },
  });
  const seconds = Math.floor(context.at.epochMilliseconds / 1_000);
  const signature = createHmac("sha256", target.secret ?? "")
    .update(`${seconds}.${body}`)
    .digest("hex");
  return post({
    url: target.url ?? "",
    body,
    headers: {
      "content-type": "application/json",
      "x-watchbill-delivery": context.id,
      "x-watchbill-timestamp": String(seconds),
      "x-watchbill-signature": `sha256=${signature}`,
    },
    context,
  });
}

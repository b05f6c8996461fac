import "server-only";
import type { Message } from "#lib/notifications/message";
import { postJson } from "#lib/notifications/senders/post";
import type { Outcome, SendContext, Target } from "#lib/notifications/senders/sender";

/** A message to a channel over an incoming webhook: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks. */
export const sendSlack = (target: Target, message: Message, context: SendContext): Promise<Outcome> =>
  postJson({
    url: target.url ?? "",
    body: { text: `*${escaped(message.subject)}*\n${escaped(message.text)}`, unfurl_links: false },
    context,
  });

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

import "server-only";
import webPush from "web-push";
import { environment } from "#lib/env";
import { messageOrigin } from "#lib/notifications/addresses";
import type { Message } from "#lib/notifications/message";
import { pushKeys } from "#lib/notifications/push-keys";
import { post } from "#lib/notifications/senders/post";
import type { Outcome, SendContext, Target } from "#lib/notifications/senders/sender";

/** For how long the push service keeps it for a browser that is away. A page that is older is somebody else's. */
const keepsSeconds = 30 * 60;

/** A push to a browser, encrypted for it (RFC 8291) and signed by this installation (RFC 8292). */
export async function sendWebPush(target: Target, message: Message, context: SendContext): Promise<Outcome> {
  const { endpoint = "", p256dh = "", auth = "" } = target;
  const { subject, text, url, isUrgent } = message;
  const body = text.length > 600 ? `${text.slice(0, 600)}…` : text;
  let request: ReturnType<typeof webPush.generateRequestDetails>;
  try {
    request = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify({ title: subject, body, url, isUrgent, tag: context.id }),
      {
        vapidDetails: { subject: contact(), ...(await pushKeys()) },
        TTL: keepsSeconds,
        urgency: isUrgent ? "high" : "normal",
      },
    );
  } catch {
    return { failed: "The keys of this browser make no sense.", isPermanent: true };
  }
  const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const outcome = await post({
    ...{ url: endpoint, context, body: new Uint8Array(request.body ?? []) },
    headers: Object.fromEntries(headers.filter(([name]) => name !== "content-length")),
  });
  if ("failed" in outcome && /^It answered (404|410)/.test(outcome.failed))
    return { failed: "This browser takes no more pushes.", isPermanent: true };
  return outcome;
}

/** Whom a push service turns to when something is wrong: an https address or a mailbox. */
function contact(): string {
  const { MAIL_FROM } = environment();
  const address = MAIL_FROM?.match(/[^\s<>]+@[^\s<>]+/)?.[0];
  if (messageOrigin().startsWith("https:")) return messageOrigin();
  return `mailto:${address ?? "watchbill@example.com"}`;
}

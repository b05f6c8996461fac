import "server-only";
import { environment } from "#lib/env";
import type { Message } from "#lib/notifications/message";
import { post } from "#lib/notifications/senders/post";
import type { Outcome, SendContext, Target } from "#lib/notifications/senders/sender";

/** A text message: https://www.twilio.com/docs/messaging/api/message-resource. */
export const sendSms = (target: Target, { subject, url, code }: Message, context: SendContext): Promise<Outcome> =>
  request(
    "Messages.json",
    { To: target.number ?? "", Body: code ? `${subject}: ${code}` : `${subject}\n${url}` },
    context,
  );

/** A phone call that says it twice: https://www.twilio.com/docs/voice/api/call-resource. */
export function callPhone(target: Target, { subject, spoken }: Message, context: SendContext): Promise<Outcome> {
  const say = `<Say>${escaped(`Watchbill. ${subject}. ${spoken}`)}</Say><Pause length="1"/>`;
  return request("Calls.json", { To: target.number ?? "", Twiml: `<Response>${say}${say}</Response>` }, context);
}

function request(resource: string, fields: Record<string, string>, context: SendContext): Promise<Outcome> {
  const settings = environment();
  const { TWILIO_ACCOUNT_SID: account = "", TWILIO_AUTH_TOKEN: secret = "", TWILIO_FROM: from = "" } = settings;
  return post({
    url: `${settings.TWILIO_BASE_URL.replace(/\/+$/, "")}/2010-04-01/Accounts/${account}/${resource}`,
    body: new URLSearchParams({ From: from, ...fields }).toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      authorization: `Basic ${Buffer.from(`${account}:${secret}`).toString("base64")}`,
    },
    context,
  });
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

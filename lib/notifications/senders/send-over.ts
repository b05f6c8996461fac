import "server-only";
import { environment } from "#lib/env";
import { isSetUp } from "#lib/notifications/contact-kind-queries";
import type { ContactKind } from "#lib/notifications/contact-kinds";
import type { Message } from "#lib/notifications/message";
import { methodWords } from "#lib/notifications/method-words";
import { sendEmail } from "#lib/notifications/senders/email";
import { sendNtfy } from "#lib/notifications/senders/ntfy";
import { sendPagerDuty } from "#lib/notifications/senders/pagerduty";
import type { Outcome, SendContext, Sender, Target } from "#lib/notifications/senders/sender";
import { sendSlack } from "#lib/notifications/senders/slack";
import { callPhone, sendSms } from "#lib/notifications/senders/twilio";
import { sendWebPush } from "#lib/notifications/senders/web-push";
import { sendWebhook } from "#lib/notifications/senders/webhook";
import { withoutContact } from "#lib/notifications/senders/without-contact";

const senders: Record<ContactKind, Sender> = {
  email: sendEmail,
  ntfy: sendNtfy,
  "web-push": sendWebPush,
  webhook: sendWebhook,
  slack: sendSlack,
  sms: sendSms,
  voice: callPhone,
  pagerduty: sendPagerDuty,
};

/** Sends a message over a contact method. Whatever goes wrong is told as a failure. */
export async function sendOver(
  kind: ContactKind,
  target: Target,
  message: Message,
  context: SendContext,
): Promise<Outcome> {
  if (!isSetUp(kind)) {
    // Where people only try the product, what is not set up is played: the outbox on screen shows it.
    if (environment().asDemo) return { sent: true };
    return { failed: `This server is not set up for ${methodWords(kind)}.`, isPermanent: true };
  }
  try {
    const outcome = await senders[kind](target, message, context);
    return "failed" in outcome ? { ...outcome, failed: withoutContact(outcome.failed, target) } : outcome;
  } catch (error) {
    const reason = withoutContact(error instanceof Error ? error.message : String(error), target);
    process.stderr.write(`A message by ${kind} failed: ${reason}\n`);
    return { failed: "Something broke in Watchbill while it was sent.", isPermanent: false };
  }
}

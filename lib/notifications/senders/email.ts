import "server-only";
import { createTransport } from "nodemailer";
import { environment } from "#lib/env";
import type { Message } from "#lib/notifications/message";
import type { Outcome, SendContext, Target } from "#lib/notifications/senders/sender";

const defaultTimeoutMilliseconds = 20_000;

/** A letter over the server of SMTP_URL. What a server says with 5xx holds for good (RFC 5321, section 4.2.1). */
export async function sendEmail(target: Target, message: Message, context: SendContext): Promise<Outcome> {
  const { SMTP_URL, MAIL_FROM } = environment();
  const { timeoutMilliseconds: patience = defaultTimeoutMilliseconds } = context;
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  });
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      to: target.address,
      subject: message.subject,
      text: message.text,
      messageId: `<${context.id}@watchbill>`,
      headers: { "Auto-Submitted": "auto-generated" },
      ...(message.isUrgent ? { priority: "high" } : {}),
    });
    return { sent: true };
  } catch (error) {
    return failureOf(error);
  } finally {
    transport.close();
  }
}

function failureOf(error: unknown): Outcome {
  const { responseCode, response, code } = error as { responseCode?: number; response?: string; code?: string };
  // Whom the server lets in is its keeper's matter, and may be mended while we go on trying.
  const isPermanent = code !== "EAUTH" && responseCode !== undefined && responseCode >= 500;
  if (code === "EAUTH") return { failed: "The mail server does not let Watchbill in.", isPermanent };
  if (response) return { failed: `The mail server answered: ${firstLine(response)}`, isPermanent };
  return { failed: "The mail server did not answer.", isPermanent: code === "EENVELOPE" };
}

const firstLine = (text: string) => (text.split(/[\r\n]/, 1)[0] ?? "").slice(0, 200);

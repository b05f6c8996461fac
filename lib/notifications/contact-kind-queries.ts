import "server-only";
import { environment } from "#lib/env";
import { type ContactKind, contactKinds } from "#lib/notifications/contact-kinds";

/** Whether whoever runs this server has given it what messages of this kind need. */
export function isSetUp(kind: string): boolean {
  const { SMTP_URL, TWILIO_ACCOUNT_SID } = environment();
  if (kind === "email") return Boolean(SMTP_URL);
  if (kind === "sms" || kind === "voice") return Boolean(TWILIO_ACCOUNT_SID);
  return true;
}

/** Whether what goes over it is to be seen in the outbox on screen and nowhere else. */
export const isOnScreenOnly = (kind: string): boolean => kind === "outbox" || (!isSetUp(kind) && environment().asDemo);

/** `usual` sends; `played` is shown in the outbox on screen instead, as in a demo; `not-set-up` cannot be added here. */
export type KindOffer = { kind: ContactKind; way: "usual" | "played" | "not-set-up" };

/** The kinds of contact methods, and whether they work on this server. */
export const listKindOffers = (): KindOffer[] =>
  contactKinds.map((kind) => ({ kind, way: isSetUp(kind) ? "usual" : environment().asDemo ? "played" : "not-set-up" }));

import type { Message } from "#lib/notifications/message";

/** Where a contact method leads, by its kind: an address, a number, a topic, the keys of a browser. */
export type Target = Readonly<Record<string, string>>;

/** What came of one try. A permanent failure is not tried again: the same would come of it. */
export type Outcome = { sent: true } | { failed: string; isPermanent: boolean };

export type SendContext = {
  /** The same for each try of one message, so that a receiver can tell a repetition. */
  id: string;
  at: Temporal.Instant;
  /** How long a receiver may take; each sender knows what is usual unless given. */
  timeoutMilliseconds?: number | undefined;
};

/** Sends one message; failures are told, never thrown. */
export type Sender = (target: Target, message: Message, context: SendContext) => Promise<Outcome>;

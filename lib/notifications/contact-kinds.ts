/** The kinds of contact methods, in the order in which a newcomer is offered them. */
export const contactKinds = ["email", "ntfy", "web-push", "webhook", "slack", "sms", "voice", "pagerduty"] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Whether more people than its owner may read what is sent there: then no message carries a link that signs in. */
export const isShared = (kind: string): boolean => ["webhook", "slack", "pagerduty"].includes(kind);

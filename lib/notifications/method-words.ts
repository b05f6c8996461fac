/** How the kinds of contact methods are called in sentences. */
const words: Record<string, string> = {
  email: "e-mail",
  ntfy: "ntfy",
  "web-push": "push to a browser",
  webhook: "webhook",
  slack: "Slack",
  sms: "text message",
  voice: "phone call",
  pagerduty: "PagerDuty",
  outbox: "the outbox on screen",
  any: "any contact method",
};

export const methodWords = (kind: string): string => words[kind] ?? kind;

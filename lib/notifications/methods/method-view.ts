import type { ContactKind } from "#lib/notifications/contact-kinds";

/** One of the viewer's own contact methods. Instants are ISO texts. */
export type MethodView = {
  id: string;
  kind: ContactKind;
  label: string;
  /** Where it leads, in a short form. */
  where: string;
  afterMinutes: number;
  hours: "always" | "night" | "day";
  verifiedAt: string | null;
  /** A code was sent, and is good until then. */
  codeUntil: string | null;
  /** Why the code that was sent last has not gone out, should it not have. */
  codeFailure: string | null;
  workedAt: string | null;
  /** When and why a message last failed for good, unless one went through since. */
  failedAt: string | null;
  failure: string | null;
  /** With what webhooks are signed. */
  secret: string | null;
};

type Target = Readonly<Record<string, string>>;

/** Where a method leads, short enough for a line: what is secret in it is not shown again. */
export function whereOf(kind: ContactKind, target: Target): string {
  switch (kind) {
    case "email":
      return target.address ?? "";
    case "ntfy":
      return `${hostOf(target.server)}/${target.topic}`;
    case "web-push":
      return `through ${hostOf(target.endpoint)}`;
    case "webhook":
    case "slack":
      return `${hostOf(target.url)} …${(target.url ?? "").slice(-4)}`;
    case "sms":
    case "voice":
      return target.number ?? "";
    case "pagerduty":
      return `the key that ends in ${(target.routingKey ?? "").slice(-4)}`;
  }
}

const hostOf = (url: string | undefined): string => URL.parse(url ?? "")?.host ?? "";

import type { EntryDetail, GateReason, PageSeat } from "#lib/alerts/entry-kinds";
import type { Severity } from "#lib/alerts/severity";
import type { PersonView, Ref } from "#lib/rotations/views";

export type { Severity } from "#lib/alerts/severity";

/** What screens and the API are given of alerts. Instants are ISO texts. */

export const alertStatuses = ["triggered", "acknowledged", "resolved"] as const;
export type AlertStatus = (typeof alertStatuses)[number];

/** Whether it pages by itself, and why. A held one is brought to its team at `releasesAt`; null: not by itself. */
export type GateView = { decision: "page" | "hold"; reason: GateReason; releasesAt: string | null };

/** Somebody who has to do with an alert; `id` is for the server's own use and for keys of lists. */
export type AlertPerson = PersonView & { id: string };

/** An alert as lists show it. */
export type AlertItem = {
  id: string;
  /** Null: unrouted. `serviceSaid` is then what the sender called the service, if anything. */
  service: (Ref & { tier: number | null }) | null;
  serviceSaid: string | null;
  /** The service's delivery team now. */
  team: Ref | null;
  rule: string;
  summary: string;
  status: AlertStatus;
  severity: Severity;
  /** What the customer sees: as the sender said it, else as its rule states it. */
  customerImpact: string | null;
  gate: GateView;
  /** Who has it. */
  holder: AlertPerson | null;
  occurrences: number;
  /** The alert whose page stands for this one too. */
  leaderId: string | null;
  /** How many open alerts its page stands for besides itself. */
  joined: number;
  startsAt: string;
  openedAt: string;
  /** When it was last delivered anew. */
  repeatedAt: string;
  acknowledgedAt: string | null;
  resolvedAt: string | null;
  isDrill: boolean;
};

/** What came of one message. `waiting` may have failed before: then `failure` says why, and it is tried again. */
export type MessageFate = {
  /** Which kind of contact method, as `methodWords` says it; never where it leads. */
  method: string;
  status: "waiting" | "sending" | "sent" | "failed" | "dropped";
  dueAt: string;
  sentAt: string | null;
  attempts: number;
  failure: string | null;
};

/** One person asked about the alert, and the messages by which that happened. */
export type PageView = {
  id: string;
  person: AlertPerson;
  seat: PageSeat;
  kind: "page" | "asks-again" | "quiet";
  /** What whoever brought this person in said. */
  word: string | null;
  /** Who brought them in; null: the pager by itself. */
  by: string | null;
  at: string;
  /** Null: not answered yet. */
  answeredAt: string | null;
  messages: MessageFate[];
};

/** What the alert's rule is known for; null where the sender named none that we keep. */
export type AlertRuleView = {
  id: string;
  name: string;
  customerImpact: string | null;
  isWithoutCustomerImpact: boolean;
  /** When it paged for the first time without anybody having said what the customer sees. */
  impactAskedAt: string | null;
  runbookUrl: string | null;
};

/** What the viewer may do with the alert now: decides which controls are shown. All false once it is resolved but `canReopen` and `canReview`. */
export type AlertPermissions = {
  canAcknowledge: boolean;
  /** Acknowledging says that the viewer is here too, and leaves the alert with its holder. */
  joinsByAcknowledging: boolean;
  canPageOps: boolean;
  canBringIn: boolean;
  canHandOver: boolean;
  canNote: boolean;
  canMarkSteps: boolean;
  canResolve: boolean;
  canReopen: boolean;
  canReview: boolean;
};

/** Somebody's word of the morning after. */
export type AlertReviewView = {
  person: AlertPerson;
  wasCustomerFacing: boolean | null;
  wasActionable: boolean | null;
  missing: string | null;
  at: string;
};

/** One alert with everything that is known of it. */
export type AlertView = AlertItem & {
  /** The sender's kind, as `origin` names it: `alertmanager`, `api`, `pagerduty`, `heartbeat`. */
  origin: string;
  ruleFacts: AlertRuleView | null;
  labels: Record<string, string>;
  details: unknown;
  links: { title: string; url: string; type?: string }[];
  /** What was done to it to fit, in words. */
  intakeNote: string | null;
  /** To whom the holder gave it, who has not acknowledged yet. */
  handedTo: AlertPerson | null;
  /** The one whose page stands for this one, and those for which this one's page stands, open ones first. */
  leader: { id: string; summary: string; status: AlertStatus } | null;
  members: { id: string; summary: string; status: AlertStatus; severity: Severity; service: Ref | null }[];
  /** In the order in which they were made. */
  pages: PageView[];
  /** When the pager looks at it next, and whom it asks then; null where it waits for people only. */
  nextStep: { at: string; seat: PageSeat } | null;
  /** Between these lies the time to engage. */
  deliveryPagedAt: string | null;
  deliveryEngagedAt: string | null;
  opsPagedAt: string | null;
  /** Who said that it is over; null with `resolvedAt` set: its sender. */
  resolvedBy: AlertPerson | null;
  cause: string | null;
  remedy: string | null;
  reviews: AlertReviewView[];
  permissions: AlertPermissions;
};

/** A line of the timeline. `by.address` leads to the person, where one did it. */
export type EntryView = {
  id: number;
  at: string;
  by: { name: string; address: string | null };
} & EntryDetail;

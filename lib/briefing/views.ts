import type { AlertView, EntryView, Severity } from "#lib/alerts/views";
import type { Freshness } from "#lib/documents/freshness";
import type { Rendered } from "#lib/documents/markdown/render";
import type { MarksByStep } from "#lib/documents/marks/marks-of-steps";
import type { PersonView, Ref } from "#lib/rotations/views";
import type { MarkedLine } from "#lib/signatures/marking";

/** What the briefing shows. Instants are ISO texts. */

/** A team with the ways to reach it that are not a person's own. */
export type BriefedTeam = Ref & { chat: string | null; leads: { address: string; name: string }[] };

export type BriefedService = Ref & {
  id: string;
  tier: number | null;
  description: string | null;
  customerFacing: boolean | null;
  isRetired: boolean;
};

/** Where a briefing stands: the service, unless the alert is unrouted, and the teams behind it. */
export type Ground = {
  service: BriefedService | null;
  deliveryTeam: BriefedTeam | null;
  opsTeam: BriefedTeam | null;
  /** Who is called when nobody stands an ops watch. */
  fallbackOpsTeam: BriefedTeam | null;
  /** Whether the reader may write about the service. */
  canWrite: boolean;
};

/** Somebody as the briefing names them. `phone` only for whoever handles this alert. */
export type BriefedPerson = PersonView & { isAwake: boolean | null; phone: string | null };

export const watchSeats = ["delivery", "backup", "ops"] as const;
export type WatchSeat = (typeof watchSeats)[number];

/** One of the three watches. Without a person the seat is empty, without a rotation there is none. */
export type BriefedSeat = {
  seat: WatchSeat;
  rotation: Ref | null;
  person: BriefedPerson | null;
  until: string | null;
  chat: string | null;
};

/** Somebody who knows the service, and the evidence for it, the strongest first. */
export type BriefedExpert = BriefedPerson & {
  /** What was said when this person was declared an expert; empty when nothing was. */
  declared: string | null;
  wrote: { title: string; at: string } | null;
  answered: { count: number; sameRule: number; lastAt: string } | null;
};

export type LooksLike = {
  id: string;
  slug: string;
  service: Ref;
  meaning: string;
  cause: string;
  confirm: string;
  firstStep: string;
  runbook: { slug: string; title: string; anchor: string | null } | null;
  why: string;
  lines: MarkedLine[];
};

/** The runbook for this alert, ready to be shown. */
export type BriefedRunbook = {
  slug: string;
  title: string;
  revision: number;
  rendered: Rendered;
  freshness: Freshness;
  marks: MarksByStep;
};

export type BriefedNote = { slug: string; title: string; rendered: Rendered; freshness: Freshness };

export type BriefedChange = {
  service: Ref;
  isOwn: boolean;
  /** What was reported, or what this catalog saw by itself. */
  kind: "deploy" | "config" | "flag" | "catalog";
  summary: string;
  at: string;
  by: string | null;
  url: string | null;
};

export type BriefedNeighbour = Ref & {
  noun: "service" | "api" | "resource" | "system" | "domain";
  /** This service needs it; otherwise it needs this service. */
  isNeed: boolean;
  kind: "hard" | "soft";
  tier: number | null;
  open: { count: number; since: string; worst: { id: string; summary: string; severity: Severity } } | null;
  /** Since when a heartbeat of it has not come. */
  silentSince: string | null;
  isInMaintenance: boolean;
  team: Ref | null;
};

export type SimilarAlert = {
  id: string;
  summary: string;
  isSameRule: boolean;
  openedAt: string;
  resolvedAt: string | null;
  cause: string | null;
  remedy: string | null;
  /** Who resolved it, else who had it. */
  knows: { address: string; name: string } | null;
};

/** What is known of a service, whether or not something is wrong with it. Lists may be cut: `neighbours` counts all. */
export type Surroundings = Ground & {
  seats: BriefedSeat[];
  experts: BriefedExpert[];
  runbook: BriefedRunbook | null;
  /** Other runbooks of the service, for an alert that none of them answers. */
  otherRunbooks: { slug: string; title: string }[];
  note: BriefedNote | null;
  changes: BriefedChange[];
  neighbours: BriefedNeighbour[];
  neighbourCount: { needs: number; neededBy: number };
  similar: SimilarAlert[];
};

/** Somebody to whom the alert may be handed, and why they come to mind: “on the ops watch”. */
export type Colleague = { address: string; name: string; as: string };

/**
 * What whoever was woken would stand of a watch on the day after, `[from, to)` in ISO instants; `shiftEndsAt` names the
 * whole shift. `isAsked`: they ask for cover of it already.
 */
export type WatchAhead = { rotation: Ref; from: string; to: string; shiftEndsAt: string; isAsked: boolean };

export type Briefing = Surroundings & {
  isOver: false;
  alert: AlertView;
  looksLike: LooksLike[];
  entries: EntryView[];
  /** The likeliest first; without the viewer. */
  colleagues: Colleague[];
};

/** An alert that is over, as it is shown then. `watches` are offered to be handed over after a night. */
export type Aftermath = Ground & { isOver: true; alert: AlertView; entries: EntryView[]; watches: WatchAhead[] };

/** The same before there is an alert: `open` are those that the service has now. */
export type ServiceBriefing = Surroundings & {
  open: { id: string; summary: string; severity: Severity; openedAt: string }[];
};

import type { FreshnessState } from "#lib/documents/freshness";
import type { Span } from "#lib/rotations/rotation";
import type { Ref } from "#lib/rotations/views";

/** All that coverage is judged by, as it was found of one service at one instant. Nothing in here is an opinion. */
export type ServiceFacts = {
  service: ServiceFact;
  /** Who delivers it; null: nobody. */
  team: TeamFact | null;
  opsTeam: (Ref & { isLiving: boolean; since: Temporal.Instant | null }) | null;
  /** The rotations that fill its seats; null where none does. */
  delivery: WatchFact | null;
  backup: WatchFact | null;
  ops: WatchFact | null;
  /** Whom the pager asks for ops where nobody stands an ops watch: the fallback ops team, else the service's own. */
  behindOps: { team: Ref; people: PersonFact[] } | null;
  /** How each person who holds one of these watches within the next 30 days is reached, by the person's id. */
  reach: ReadonlyMap<string, ReachFact>;
  /** How the pages of everything that its delivery rotation watches fell, in the weeks of `loadSpan`. */
  pages: PageLoad;
  notes: DocumentFact[];
  /** Living rules that may wake somebody, by name. */
  rules: RuleFact[];
  /** The names of what it needs. */
  needs: string[];
  experts: ExpertFact[];
  /** The last pages to its delivery side, newest first: real ones, and those of drills. */
  pagesLately: AnswerFact[];
  /** Real alerts that paged its delivery side within the days in which something counts as proven, by rule. */
  failures: FailureFact[];
  /** Steps of its living runbooks that worked for somebody, the newest first of each runbook. */
  workedSteps: { runbook: Ref; at: Temporal.Instant }[];
  /** The last drill that was raised, and whether anybody answered it. */
  drill: { raisedAt: Temporal.Instant; isAnswered: boolean } | null;
};

export type ServiceFact = Ref & {
  id: string;
  tier: number | null;
  customerFacing: boolean | null;
  lifecycle: string;
  ownerReference: string | null;
  needsNothingSince: Temporal.Instant | null;
  changedAt: Temporal.Instant;
};

export type PersonFact = { id: string; name: string };

export type TeamFact = Ref & {
  id: string;
  isLiving: boolean;
  /** Since when it delivers the service. */
  since: Temporal.Instant | null;
  /** Active members, by name; whoever has no e-mail address cannot sign in. */
  members: (PersonFact & { isLead: boolean; canSignIn: boolean; since: Temporal.Instant })[];
  /** Null: nobody, or somebody who is no longer active. */
  manager: PersonFact | null;
};

/** What follows from one rotation, by the one resolver. */
export type WatchFact = Ref & {
  id: string;
  /** When its first version began to hold. */
  since: Temporal.Instant | null;
  /** Who stands its watch. */
  now: PersonFact | null;
  /** When nobody does within the next 30 days. */
  gaps: Span[];
  /** Who stands it within the next 30, and within the next 90 days, by name. */
  holdersOfMonth: PersonFact[];
  holdersOfQuarter: PersonFact[];
  /** The span in which load is looked at, cut to the life of the rotation, and who stood how long of it, the longest first. */
  loadSpan: Span;
  stood: (PersonFact & { hours: number })[];
};

export type ReachFact = { isVerified: boolean; workedAt: Temporal.Instant | null };

/** Stretches of 12 hours of `loadSpan`, and those in which more alerts that need work came than somebody can carry. */
export type PageLoad = {
  stretches: number;
  heavy: number;
  alerts: number;
  heaviest: { at: Temporal.Instant; alerts: number } | null;
};

export type DocumentFact = Ref & {
  state: FreshnessState;
  /** When it was confirmed or proven last. */
  at: Temporal.Instant | null;
};

export type RuleFact = { name: string; runbook: DocumentFact | null };

/** Somebody active who knows the service, and by what evidence. */
export type ExpertFact = PersonFact & { by: ("declared" | "wrote" | "reviewed" | "answered")[] };

export type AnswerFact = {
  isDrill: boolean;
  pagedAt: Temporal.Instant;
  /** When somebody of the delivery side answered first; null: nobody did. */
  engagedAt: Temporal.Instant | null;
  /** It is open, and may yet be answered. */
  isOpen: boolean;
};

export type FailureFact = {
  rule: string;
  alerts: number;
  lastAt: Temporal.Instant;
  /** How many of them a signature explained, and how many were looked at: an alert that goes on is not. */
  matched: number;
  looked: number;
  /** Of those that somebody reviewed the morning after. */
  reviewed: number;
  customerFacing: number;
  actionable: number;
  lastReviewAt: Temporal.Instant | null;
};

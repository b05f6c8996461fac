import type { FreshnessState } from "#lib/documents/freshness";
import type { Span } from "#lib/rotations/rotation";
import type { Ref } from "#lib/rotations/views";

/** All that coverage is judged by, as it was found of one service at one instant. Nothing in here is an opinion. */
export type ServiceFacts = {
  service: ServiceFact;
  /** Who delivers it; null: nobody. */
  team: TeamFact | null;
  opsTeam: OwnerFact | null;
  /** The rotations that fill its seats; null where none does. */
  delivery: WatchFact | null;
  backup: WatchFact | null;
  ops: WatchFact | null;
  /** Whom the pager asks where nobody stands an ops watch: the fallback ops team, or else the service's own. */
  behindOps: { team: Ref; people: PersonFact[] } | null;
  /** How people who hold one of these watches within the next 30 days are reached, by their ids. */
  reach: ReadonlyMap<string, ReachFact>;
  notes: DocumentFact[];
  /** Living rules that may wake somebody, by name. */
  rules: RuleFact[];
  /** What it needs, by name. */
  needs: { name: string }[];
  experts: ExpertFact[];
  /** The last pages to its delivery side, newest first, at most ten: of alerts, and of drills. */
  answers: AnswerFact[];
  drillAnswers: AnswerFact[];
  /** Alerts that paged its delivery side as long ago as counts as proven, by rule. */
  failures: FailureFact[];
  /** The last step of a living runbook that worked for somebody, whenever that was. */
  workedStep: { runbook: Ref; at: Temporal.Instant } | null;
  /** The last drill that was raised, and whether anybody answered it. */
  drill: { at: Temporal.Instant; isAnswered: boolean } | null;
};

export type ServiceFact = Ref & {
  id: string;
  tier: number | null;
  customerFacing: boolean | null;
  lifecycle: string;
  ownerReference: string | null;
  needsNothingSince: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  changedAt: Temporal.Instant;
};

export type PersonFact = { id: string; name: string };

/** `since`: when it came to own the service. */
export type OwnerFact = Ref & { id: string; isLiving: boolean; since: Temporal.Instant | null };

export type TeamFact = OwnerFact & {
  /** Active ones, by name; whoever has no e-mail address cannot sign in. */
  members: (PersonFact & { isLead: boolean; canSignIn: boolean; since: Temporal.Instant })[];
  /** Null: nobody, or somebody who is no longer active. */
  manager: PersonFact | null;
};

/** What follows from one rotation, by the one resolver. */
export type WatchFact = Ref & {
  id: string;
  /** Whose rotation it is. */
  teamId: string;
  /** False: its layers cannot be read, so that nothing below is known. */
  isResolved: boolean;
  /** When the version began that holds; null before the first. */
  since: Temporal.Instant | null;
  /** Who stands its watch. */
  now: PersonFact | null;
  /** When nobody does within the next 30 days. */
  gaps: Span[];
  /** Who stands it within the next 30 and the next 90 days, by name. */
  holdersOfMonth: PersonFact[];
  holdersOfQuarter: PersonFact[];
  load: LoadFact;
};

/** What a watch asked, in the last twelve whole weeks, or as much of them as it was stood. */
export type LoadFact = {
  span: Span;
  /** When, and how long, each of its people who are still active stood it. */
  stood: (PersonFact & { hours: number; spans: Span[] })[];
  /** Alerts that needed work, by stretches of 12 hours; those without any are left out. */
  stretches: { at: Temporal.Instant; alerts: number }[];
};

export type ReachFact = { isVerified: boolean; workedAt: Temporal.Instant | null };

export type DocumentFact = Ref & {
  state: FreshnessState;
  /** When it was confirmed or proven last. */
  at: Temporal.Instant | null;
};

export type RuleFact = { name: string; runbook: DocumentFact | null };

/** Somebody active who knows the service, by what evidence, and when that was last. */
export type ExpertFact = PersonFact & {
  by: ("declared" | "wrote" | "reviewed" | "answered")[];
  at: Temporal.Instant;
};

export type AnswerFact = {
  pagedAt: Temporal.Instant;
  /** When somebody of the delivery side answered first; null: nobody did. */
  engagedAt: Temporal.Instant | null;
  /** It may yet be answered. */
  isOpen: boolean;
};

export type FailureFact = {
  rule: string;
  alerts: number;
  lastAt: Temporal.Instant;
  /** How many of them were over and held against the signatures, and how many of those one explained. */
  looked: number;
  matched: number;
  /** Of how many somebody said the morning after what they were, and what that was. */
  reviewed: number;
  customerFacing: number;
  actionable: number;
  lastReviewAt: Temporal.Instant | null;
};

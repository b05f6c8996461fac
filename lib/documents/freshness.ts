import { type EventOfService, whatChanged } from "#lib/documents/service-changes";
import type { DocumentKind } from "#lib/documents/views";

/** Why a document cannot be trusted as it stands. `at` is when the reason arose, an ISO instant. */
export type Doubt =
  | { because: "service-changed"; at: string; what: string }
  | { because: "dependency-added"; at: string; service: string }
  | { because: "assumption-changed"; at: string; service: string; what: string }
  | { because: "step-failed" | "step-out-of-date"; at: string; anchor: string; step: string }
  | { because: "author-left"; at: string; author: string }
  | { because: "link-dead"; at: string; url: string };

export type FreshnessState = "proven" | "reviewed" | "doubtful" | "overdue" | "unreviewed";

/** How far a document can be trusted. `unreviewed`: nobody has confirmed its present text yet, and it is not yet due. */
export type Freshness = {
  state: FreshnessState;
  /** In the order of alarm; empty unless the state is doubtful, or overdue with doubts besides. */
  doubts: Doubt[];
  /** When an expert last confirmed it, by a review or by writing; null before. */
  reviewedAt: string | null;
  /** Until when that holds; of a document that nobody confirmed, counted from its creation. */
  reviewDueAt: string | null;
  /** When a step of it, as it reads now, last worked for somebody. */
  provenAt: string | null;
};

/** A mark that nobody took back. `isPresent`: a step of the present text still has these words. */
export type MarkFact = {
  anchor: string;
  step: string;
  verdict: "worked" | "failed" | "out-of-date";
  at: Temporal.Instant;
  isPresent: boolean;
};

/** All that decides. A revision is *substantial* as `docs/freshness.md` says: more than the correction of a typo. */
export type FreshnessFacts = {
  kind: DocumentKind;
  createdAt: Temporal.Instant;
  reviewIntervalDays: number;
  /** The last review. */
  reviewedAt: Temporal.Instant | null;
  /** The last substantial revision by somebody who was an expert then, or taken from a suggestion by a member. */
  expertWroteAt: Temporal.Instant | null;
  /** The last substantial revision, and who wrote it where a person did. */
  writtenAt: Temporal.Instant;
  author: { name: string; leftAt: Temporal.Instant | null } | null;
  /** What happened to its service, and to those that a note assumes. */
  changes: { at: Temporal.Instant; event: EventOfService }[];
  assumed: { at: Temporal.Instant; event: EventOfService }[];
  marks: MarkFact[];
  deadLinks: { url: string; since: Temporal.Instant }[];
};

/**
 * How far the document behind `facts` can be trusted at `at`. What confirms it is a review, or a substantial revision
 * by an expert of the service: a member of its delivery team or somebody declared to know it, at that time. Reasons that
 * arose before count no longer; only a failed step waits for more than an edit elsewhere. The specification, each row
 * of which is a test, is `docs/freshness.md`.
 */
export function freshness(facts: FreshnessFacts, at: Temporal.Instant): Freshness {
  const confirmedAt = latest(facts.reviewedAt, facts.expertWroteAt);
  const dueAt = (confirmedAt ?? facts.createdAt).add({ hours: 24 * facts.reviewIntervalDays });
  const provenAt = latest(...facts.marks.filter(isProof).map((mark) => mark.at));
  const doubts = doubtsOf(facts, confirmedAt ?? facts.createdAt);

  return {
    state: stateOf(),
    doubts,
    reviewedAt: confirmedAt?.toString() ?? null,
    reviewDueAt: dueAt.toString(),
    provenAt: provenAt?.toString() ?? null,
  };

  function stateOf(): FreshnessState {
    if (!isAfter(dueAt, at)) return "overdue";
    if (doubts.length > 0) return "doubtful";
    if (provenAt && isLately(provenAt) && !isAfter(facts.writtenAt, provenAt)) return "proven";
    return confirmedAt && !isAfter(facts.writtenAt, confirmedAt) ? "reviewed" : "unreviewed";
  }

  function isLately(instant: Temporal.Instant): boolean {
    return isAfter(instant.add({ hours: 24 * facts.reviewIntervalDays }), at);
  }
}

function doubtsOf(facts: FreshnessFacts, since: Temporal.Instant): Doubt[] {
  return [...brokenSteps(facts), ...serviceDoubts(facts, since), ...assumptionDoubts(facts, since)]
    .concat(authorDoubts(facts, since), linkDoubts(facts, since))
    .sort((one, other) => alarm[one.because] - alarm[other.because] || Temporal.Instant.compare(other.at, one.at));
}

const alarm: Record<Doubt["because"], number> = {
  "step-failed": 0,
  "step-out-of-date": 1,
  "service-changed": 2,
  "dependency-added": 3,
  "assumption-changed": 4,
  "author-left": 5,
  "link-dead": 6,
};

/** The last bad mark of each step that no review, no later success and no change of its words has mended. */
function brokenSteps({ marks, reviewedAt }: FreshnessFacts): Doubt[] {
  const open = marks.filter(
    (mark) =>
      mark.verdict !== "worked" &&
      mark.isPresent &&
      !(reviewedAt && !isAfter(mark.at, reviewedAt)) &&
      !marks.some((other) => other.step === mark.step && isAfter(other.at, mark.at)),
  );
  return open.map(({ verdict, at, anchor, step }) => ({
    because: verdict === "failed" ? "step-failed" : "step-out-of-date",
    at: at.toString(),
    anchor,
    step,
  }));
}

function serviceDoubts({ kind, changes }: FreshnessFacts, since: Temporal.Instant): Doubt[] {
  return changes
    .filter((change) => isAfter(change.at, since))
    .flatMap(({ at, event }): Doubt[] => {
      if (event.kind === "service.dependency-added")
        return [{ because: "dependency-added", at: at.toString(), service: event.needs.name }];
      const what = event.kind === "service.dependency-removed" && kind !== "note" ? undefined : whatChanged(event);
      return what ? [{ because: "service-changed", at: at.toString(), what }] : [];
    });
}

function assumptionDoubts({ kind, assumed }: FreshnessFacts, since: Temporal.Instant): Doubt[] {
  if (kind !== "note") return [];
  return assumed
    .filter((change) => isAfter(change.at, since))
    .flatMap(({ at, event }): Doubt[] => {
      const isOfNeeds = event.kind === "service.dependency-added" || event.kind === "service.dependency-removed";
      const what = isOfNeeds ? undefined : whatChanged(event);
      return what ? [{ because: "assumption-changed", at: at.toString(), service: event.service.name, what }] : [];
    });
}

function authorDoubts({ author }: FreshnessFacts, since: Temporal.Instant): Doubt[] {
  if (!author?.leftAt || !isAfter(author.leftAt, since)) return [];
  return [{ because: "author-left", at: author.leftAt.toString(), author: author.name }];
}

function linkDoubts({ deadLinks }: FreshnessFacts, from: Temporal.Instant): Doubt[] {
  return deadLinks
    .filter(({ since }) => isAfter(since, from))
    .map(({ url, since }) => ({ because: "link-dead", at: since.toString(), url }));
}

const isProof = ({ verdict, isPresent }: MarkFact) => verdict === "worked" && isPresent;

const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0;

function latest(...instants: (Temporal.Instant | null)[]): Temporal.Instant | null {
  return instants.reduce((one, other) => (one && (!other || isAfter(one, other)) ? one : other), null);
}

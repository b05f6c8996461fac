/** What is known of an acknowledged alert when the pager looks at it. */
export type HeldFacts = {
  /** The last thing that any person did with it. */
  lastSignAt: Temporal.Instant;
  /** When its holder handed it to somebody who has not acknowledged yet. */
  handedAt: Temporal.Instant | null;
  askedAgainAt: Temporal.Instant | null;
};

/** What the pager does with it; `until` is when it looks again. Moving on needs none: it pages at once. */
export type SilenceStep =
  | { kind: "wait"; until: Temporal.Instant; isAsked: boolean }
  | { kind: "ask-again"; until: Temporal.Instant }
  | { kind: "take-back"; until: Temporal.Instant }
  | { kind: "move-on" };

export const silentMinutes = 30;
export const answerMinutes = 10;

/**
 * An acknowledged alert without a sign of life for half an hour asks its holder again; ten minutes later it moves on.
 * One that was handed to somebody who does not answer within ten minutes is its holder's as before, who is asked.
 */
export function afterSilence({ lastSignAt, handedAt, askedAgainAt }: HeldFacts, at: Temporal.Instant): SilenceStep {
  const isAsked = askedAgainAt !== null && Temporal.Instant.compare(lastSignAt, askedAgainAt) <= 0;
  if (askedAgainAt && isAsked) {
    const until = askedAgainAt.add({ minutes: answerMinutes });
    return isDue(until, at) ? { kind: "move-on" } : { kind: "wait", until, isAsked };
  }
  const silentAt = lastSignAt.add({ minutes: silentMinutes });
  const unansweredAt = handedAt?.add({ minutes: answerMinutes });
  const until = at.add({ minutes: answerMinutes });
  if (unansweredAt && isDue(unansweredAt, at)) return { kind: "take-back", until };
  if (isDue(silentAt, at)) return { kind: "ask-again", until };
  return { kind: "wait", until: unansweredAt ? earlier(unansweredAt, silentAt) : silentAt, isAsked };
}

const isDue = (due: Temporal.Instant, at: Temporal.Instant) => Temporal.Instant.compare(due, at) <= 0;
const earlier = (one: Temporal.Instant, other: Temporal.Instant) => (isDue(one, other) ? one : other);

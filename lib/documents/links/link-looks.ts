import type { NoAnswer } from "#lib/outgoing";

/** What came of looking at a link: the HTTP status of its answer, or why there was none. */
export type Look = { status: number } | { status: null; why: NoAnswer };

/** What is known of a link. It is dead from two failures on. */
export type LinkRecord = { failures: number; failingSince: Temporal.Instant | null };

/** What is known after a look, and when the next one is due. */
export type LinkAfterLook = LinkRecord & {
  checkedAt: Temporal.Instant;
  status: number | null;
  /** Why it says nothing, or nothing good, in words; null when it answers. */
  failure: string | null;
  nextCheckAt: Temporal.Instant;
};

/** From so many failures in a row on, at least an hour apart, a link is dead. */
export const failuresOfDeadLink = 2;

const week = { hours: 7 * 24 };
const waitsAfterFailure = [{ hours: 1 }, { hours: 24 }, week];

/**
 * Judges a look at `at`. Only what says that there is nothing counts as a failure: 404, 410, and a host that has no
 * address. An answer that keeps us out, or a server in trouble, says nothing against the link and ends a row of
 * failures. Where no answer came back nothing was learnt, so that a broken network of ours kills no link.
 */
export function afterLook(before: LinkRecord, look: Look, at: Temporal.Instant): LinkAfterLook {
  const seen = { checkedAt: at, status: look.status };
  if (isFailure(look)) {
    const failures = isRepetition(before, at) ? before.failures : before.failures + 1;
    const wait = waitsAfterFailure[Math.min(failures, waitsAfterFailure.length) - 1] ?? week;
    const failingSince = before.failingSince ?? at;
    return { ...seen, failures, failingSince, failure: wordsFor(look), nextCheckAt: at.add(wait) };
  }
  if (look.status === null) {
    const { failures, failingSince } = look.why === "private" ? healthy : before;
    const wait = look.why === "private" ? week : { hours: 24 };
    return { ...seen, failures, failingSince, failure: wordsFor(look), nextCheckAt: at.add(wait) };
  }
  const wait = look.status === 429 || look.status >= 500 ? { hours: 24 } : week;
  return { ...seen, ...healthy, failure: look.status < 400 ? null : wordsFor(look), nextCheckAt: at.add(wait) };
}

const healthy: LinkRecord = { failures: 0, failingSince: null };

const isFailure = (look: Look) =>
  look.status === null ? look.why === "unknown-host" : look.status === 404 || look.status === 410;

/** A second look within the hour is the same failure once more. */
function isRepetition({ failingSince }: LinkRecord, at: Temporal.Instant): boolean {
  return failingSince !== null && Temporal.Instant.compare(failingSince.add({ hours: 1 }), at) > 0;
}

function wordsFor(look: Look): string {
  if (look.status === null) return withoutAnswer[look.why];
  if (look.status === 404 || look.status === 410) return "There is nothing at this address.";
  if (look.status === 401 || look.status === 403) return "It lets only people in who are signed in there.";
  return `It answered with ${look.status}.`;
}

const withoutAnswer: Record<NoAnswer, string> = {
  private: "It cannot be checked from here: its address is private.",
  "unknown-host": "Its host has no address.",
  unreachable: "It did not answer.",
};

import type { Delivery } from "#lib/alerts/intake/delivery";

/** What is known of a key before a delivery is judged. */
export type KnownKey = {
  open: { startsAt: Temporal.Instant; lastDelivery: string } | null;
  /** The last alert of this key that is over. */
  last: { startsAt: Temporal.Instant; resolvedAt: Temporal.Instant; isBySender: boolean } | null;
};

/**
 * What a delivery does: `opens` an alert, tells that the open one began `anew`, is the `same` again, `resolves` or
 * `acknowledges` the open one, or is `nothing`.
 */
export type Judgement = "opens" | "anew" | "same" | "resolves" | "acknowledges" | "nothing";

type Said = Pick<Delivery, "origin" | "status" | "startsAt" | "endsAt" | "fingerprint">;

/** Judges one delivery by what is known of its key at `at`. */
export function judge(delivery: Said, known: KnownKey, at: Temporal.Instant): Judgement {
  const { status, startsAt, fingerprint } = delivery;
  const { open, last } = known;
  if (status === "acknowledged") return open ? "acknowledges" : "nothing";
  if (status === "resolved") return open && !isOfEarlier(delivery, open.startsAt) ? "resolves" : "nothing";
  if (!open) return last && isReplay(delivery, last, at) ? "nothing" : "opens";
  if (fingerprint === open.lastDelivery) return "same";
  return startsAt && isAtOrBefore(startsAt, open.startsAt) ? "same" : "anew";
}

/** How long a sender may go on telling of what a person has resolved, before that counts as open again. */
const patienceMinutes = 15;

// Alertmanager sends what is firing again and again, and after a failure what it has sent before. Other senders tell
// each event once, so theirs is always news.
function isReplay({ origin, startsAt }: Said, last: NonNullable<KnownKey["last"]>, at: Temporal.Instant): boolean {
  if (origin !== "alertmanager" || !startsAt || !isAtOrBefore(startsAt, last.startsAt)) return false;
  return last.isBySender || isAtOrBefore(at, last.resolvedAt.add({ minutes: patienceMinutes }));
}

/** Whether it tells the end of something that was over before the open one began. */
function isOfEarlier({ startsAt, endsAt }: Said, openSince: Temporal.Instant): boolean {
  return !!startsAt && !!endsAt && isBefore(startsAt, openSince) && isAtOrBefore(endsAt, openSince);
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;
const isAtOrBefore = (one: Temporal.Instant, other: Temporal.Instant) => !isBefore(other, one);

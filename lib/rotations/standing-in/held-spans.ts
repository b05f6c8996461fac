import "server-only";
import type { Tx } from "#db/client";
import type { Named } from "#lib/event-kinds";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Roster, Span } from "#lib/rotations/rotation";
import { joinedSpans } from "#lib/rotations/spans";
import { loadWatches, type WatchPerson } from "#lib/rotations/watches";

/** Who stands a watch over a span, and everybody who may appear there by id. */
export type Standing = { roster: Roster; people: ReadonlyMap<string, WatchPerson> };

/** Who stands the rotation's watch over `window`, as this transaction sees it. */
export async function standingIn(tx: Tx, rotationId: string, window: Span): Promise<Standing> {
  const { byRotation, people } = await loadWatches([rotationId], window, tx);
  const watch = byRotation.get(rotationId);
  const roster = watch ? resolveRoster(watch, window) : { shifts: [], gaps: [{ ...window, deactivated: null }] };
  return { roster, people };
}

/** The spans that a person holds, by whatever right, as long as they are. */
export const spansOf = ({ roster }: Standing, personId: string): Span[] =>
  joinedSpans(roster.shifts.filter(({ person }) => person === personId));

/** The spans of `window` that a person holds in a rotation. */
export async function heldSpans(tx: Tx, rotationId: string, personId: string, window: Span): Promise<Span[]> {
  return spansOf(await standingIn(tx, rotationId, window), personId);
}

/** Everybody who holds some of it. */
export const holdersOf = ({ roster, people }: Standing): WatchPerson[] =>
  [...new Set(roster.shifts.map(({ person }) => person))].flatMap((id) => people.get(id) ?? []);

/** The one person who holds all of it, or undefined. */
export function soleHolder(standing: Standing): WatchPerson | undefined {
  const [holder, another] = holdersOf(standing);
  return another || standing.roster.gaps.length > 0 ? undefined : holder;
}

export const namedHolder = ({ address, name }: WatchPerson): Named => ({ slug: address, name });

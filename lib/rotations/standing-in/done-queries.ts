import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { givenName, spanName } from "#lib/rotations/drawing/span-words";
import { findCoverRequest, findRoster, listOverrides } from "#lib/rotations/roster-queries";
import { isBefore, laterOf } from "#lib/rotations/spans";
import type { CoverRequestView, OverrideView, PersonView, Ref } from "#lib/rotations/views";

/** What was just done to a watch or its rotation, to be said on the page that follows. */
export type DoneView =
  /** `stands` are the overrides that it made. */
  | { kind: "taken"; rotation: Ref; stands: OverrideView[] }
  | { kind: "swapped"; rotation: Ref; stands: OverrideView[]; swap: string }
  /** `thanks` is a sentence that names whom it helps. */
  | { kind: "claimed"; rotation: Ref; stands: OverrideView[]; thanks: string }
  | { kind: "asked" | "withdrawn"; request: CoverRequestView }
  /** It works otherwise from `from` on; `told` are the names of those whose coming shifts that moved. */
  | { kind: "changed"; from: string; told: string[] }
  /** `span` is what was given back, as far as it lies ahead; `holders` are those who stand it now. */
  | { kind: "ended"; rotation: Ref; span: { from: string; to: string }; holders: PersonView[] };

type Made = { rotation: Ref; stands: OverrideView[] };

/** How long after it was done something is still news. */
const freshMinutes = 15;

/**
 * What the word in an address (`claimed.` and the request's id, say) tells about; undefined when it makes no sense,
 * is undone, or is no news any more.
 */
export async function findDone(
  viewer: Viewer,
  word: string | string[] | undefined,
  at: Temporal.Instant,
): Promise<DoneView | undefined> {
  authorize(viewer, "catalog:read");
  const [, kind, id = ""] =
    /^(taken|swapped|claimed|asked|withdrawn|ended|changed)\.([a-z0-9.-]{1,140})$/.exec(`${word}`) ?? [];
  if (kind === "ended") return findEnded(viewer, id, at);
  if (kind === "changed") return findChanged(viewer, id, at);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  if (kind === "taken") return findTaken(viewer, id, at);
  if (kind === "swapped") return findSwapped(viewer, id, at);
  if (kind === "claimed") return findClaimed(viewer, id, at);
  return findAsked(viewer, kind === "asked" ? kind : "withdrawn", id, at);
}

/** `word` is from when until when, in seconds since 1970, and the rotation: `1796000000.1796003600.checkout`. */
async function findEnded(viewer: Viewer, word: string, at: Temporal.Instant): Promise<DoneView | undefined> {
  const [, from = 0, to = 0, slug = ""] = /^(\d{9,10})\.(\d{9,10})\.(.+)$/.exec(word) ?? [];
  const [rotation] = await readRows<Ref & { id: string }>(
    sql`select id, slug, name from rotations where slug = ${slug}`,
  );
  const span = { from: laterOf(secondsSince1970(from), at), to: secondsSince1970(to) };
  if (!rotation || !isBefore(span.from, span.to)) return undefined;
  const { shifts } = await findRoster(viewer, rotation.id, span);
  const holders = [...new Map(shifts.map(({ person }) => [person.address, person])).values()];
  const { slug: address, name } = rotation;
  return {
    kind: "ended",
    rotation: { slug: address, name },
    span: { from: span.from.toString(), to: span.to.toString() },
    holders,
  };
}

/** The viewer's own last change of how a rotation works, while it is news. */
async function findChanged(viewer: Viewer, slug: string, at: Temporal.Instant): Promise<DoneView | undefined> {
  const [changed] = await readRows<{ from: string; told: string[] }>(sql`
    select e.detail ->> 'from' as from,
      coalesce((select json_agg(moved ->> 'name') from jsonb_array_elements(e.detail -> 'moved') moved), '[]') as told
    from events e where e.kind = 'rotation.changed' and e.about @> array[(select id from rotations where slug = ${slug})]
      and e.person_id = ${viewer.personId}::uuid
      and e.at > ${at.subtract({ minutes: freshMinutes }).toString()}::timestamptz
    order by e.id desc limit 1`);
  return changed && { kind: "changed", ...changed };
}

const secondsSince1970 = (seconds: string | number) => Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1_000);

async function findTaken(viewer: Viewer, id: string, at: Temporal.Instant): Promise<DoneView | undefined> {
  const made = await findMade(viewer, sql`o.id = ${id}::uuid`, at);
  return made && { kind: "taken", ...made };
}

async function findSwapped(viewer: Viewer, id: string, at: Temporal.Instant): Promise<DoneView | undefined> {
  const made = await findMade(viewer, sql`o.swap_id = ${id}::uuid`, at);
  return made && { kind: "swapped", swap: id, ...made };
}

async function findClaimed(viewer: Viewer, id: string, at: Temporal.Instant): Promise<DoneView | undefined> {
  const [request, made] = await Promise.all([
    findCoverRequest(viewer, id),
    findMade(viewer, sql`o.cover_request_id = ${id}::uuid`, at),
  ]);
  if (!request?.claimedBy || !made) return undefined;
  const zone = request.person.timeZone ?? viewer.timeZone;
  const what = spanName(request, zone, at.toString());
  const thanks = `Thank you, ${givenName(request.claimedBy.name)}. ${givenName(request.person.name)} has ${what}.`;
  return { kind: "claimed", ...made, thanks };
}

async function findAsked(
  viewer: Viewer,
  kind: "asked" | "withdrawn",
  id: string,
  at: Temporal.Instant,
): Promise<DoneView | undefined> {
  const request = await findCoverRequest(viewer, id);
  const wanted = kind === "asked" ? "open" : "withdrawn";
  const isNews = kind === "withdrawn" || (request && isFresh(request.createdAt, at));
  return request?.status === wanted && isNews ? { kind, request } : undefined;
}

/** The overrides that meet the condition, while they are news. */
async function findMade(viewer: Viewer, condition: SQL, at: Temporal.Instant): Promise<Made | undefined> {
  const made = await readRows<{ id: string; rotationId: string; rotation: Ref; from: string; to: string }>(sql`
    select o.id, r.id as "rotationId", json_build_object('slug', r.slug, 'name', r.name) as rotation,
      to_json(o.starts_at) #>> '{}' as from, to_json(o.ends_at) #>> '{}' as to
    from overrides o join rotations r on r.id = o.rotation_id
    where ${condition} and o.created_at > ${at.subtract({ minutes: freshMinutes }).toString()}::timestamptz
    order by o.starts_at`);
  const [first, last] = [made[0], made.at(-1)];
  if (!first || !last) return undefined;
  const window = { from: Temporal.Instant.from(first.from), to: Temporal.Instant.from(last.to) };
  const overrides = await listOverrides(viewer, first.rotationId, window);
  const stands = overrides.filter((override) => made.some(({ id }) => id === override.id));
  return { rotation: first.rotation, stands };
}

const isFresh = (since: string, at: Temporal.Instant) =>
  Temporal.Instant.compare(since, at.subtract({ minutes: freshMinutes })) > 0;

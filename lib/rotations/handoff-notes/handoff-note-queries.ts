import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import type { EventView } from "#lib/event-queries";
import { uuids } from "#lib/order";
import { listPagedServices } from "#lib/rotations/escalation/paged-queries";
import type { KnownAtHandoff } from "#lib/rotations/handoff-notes/handoff-prefill";
import { type HandoffView, handoffsIn } from "#lib/rotations/handoff-notes/roster-handoffs";
import { findRoster, listCoverRequests } from "#lib/rotations/roster-queries";
import { isBefore } from "#lib/rotations/spans";
import type { PersonView, Ref, RosterView } from "#lib/rotations/views";

/** What the outgoing person left for the incoming one. Instants are ISO texts. */
export type HandoffNoteView = {
  rotation: Ref;
  handoffAt: string;
  from: PersonView;
  openAlerts: string | null;
  worries: string | null;
  tryFirst: string | null;
  writtenAt: string;
  read: { by: string; at: string } | null;
  /** The viewer takes the watch at this handoff, or has it since, and has not said that they read it. */
  isToRead: boolean;
};

type OfRotation = Ref & { id: string; team: { id: string } };

const [backHours, aheadHours] = [24 * 7, 24 * 41];

/**
 * The handoff that the viewer may leave a note for: the one that ends their own watch, or ended it in the last seven
 * days; for leads and managers the next one. `known` is what the note can begin with. Undefined where there is none.
 */
export async function findHandoff(
  viewer: Viewer,
  rotation: OfRotation,
  at: Temporal.Instant,
): Promise<{ handoff: HandoffView; note: HandoffNoteView | undefined; known: KnownAtHandoff } | undefined> {
  authorize(viewer, "catalog:read");
  const window = { from: at.subtract({ hours: backHours }), to: at.add({ hours: aheadHours }) };
  const roster = await findRoster(viewer, rotation.id, window);
  const handoff = chosenHandoff(viewer, rotation, roster, at);
  if (!handoff) return undefined;
  const [notes, known] = await Promise.all([
    listNotes(viewer, sql`n.rotation_id = ${rotation.id}::uuid and n.handoff_at = ${handoff.at}::timestamptz`, at),
    listKnown(viewer, rotation, roster, handoff, at),
  ]);
  return { handoff, note: notes[0], known };
}

/** The notes of the last two weeks and those for coming handoffs, the latest first, for the team and whom they concern. */
export function listHandoffNotes(
  viewer: Viewer,
  rotation: OfRotation,
  at: Temporal.Instant,
): Promise<HandoffNoteView[]> {
  return listNotes(viewer, sql`n.rotation_id = ${rotation.id}::uuid and ${isRecent(at)}`, at);
}

/** The notes that wait for the viewer in all rotations. */
export async function listNotesToRead(viewer: Viewer, at: Temporal.Instant): Promise<HandoffNoteView[]> {
  if (!viewer.personId) return [];
  const mayConcern = sql`(r.team_id = any(${uuids(viewer.memberships.map(({ teamId }) => teamId))})
    or exists (select from rotation_versions v where v.rotation_id = r.id
      and v.participant_ids @> array[${viewer.personId}::uuid]))`;
  const notes = await listNotes(viewer, sql`n.read_at is null and ${isRecent(at)} and ${mayConcern}`, at);
  return notes.filter(({ isToRead }) => isToRead);
}

const isRecent = (at: Temporal.Instant) =>
  sql`n.handoff_at > ${at.subtract({ hours: 24 * 14 }).toString()}::timestamptz`;

function chosenHandoff(
  viewer: Viewer,
  { team }: OfRotation,
  roster: RosterView,
  at: Temporal.Instant,
): HandoffView | undefined {
  const handoffs = handoffsIn(roster).filter((handoff) => handoff.at !== roster.to);
  const next = handoffs.find((handoff) => isBefore(at, Temporal.Instant.from(handoff.at)));
  const isOwn = ({ outgoing }: HandoffView) => outgoing.address === viewer.email;
  if (next && isOwn(next)) return next;
  const last = handoffs.findLast((handoff) => !isBefore(at, Temporal.Instant.from(handoff.at)) && isOwn(handoff));
  return last ?? (can(viewer, "rotation:hand-over", { teamIds: [team.id] }) ? next : undefined);
}

async function listKnown(
  viewer: Viewer,
  rotation: OfRotation,
  roster: RosterView,
  handoff: HandoffView,
  at: Temporal.Instant,
): Promise<KnownAtHandoff> {
  const shift = roster.shifts.find(({ to }) => to === handoff.at);
  const [requests, services] = await Promise.all([
    listCoverRequests(viewer, [rotation.id], at),
    listPagedServices(viewer, rotation.id, 200),
  ]);
  const events = await listServiceEvents(
    services.map(({ slug }) => slug),
    shift?.from ?? handoff.at,
  );
  return {
    gaps: roster.gaps.filter(({ to }) => isBefore(at, Temporal.Instant.from(to))).slice(0, 3),
    requests: requests.filter(({ status }) => status === "open"),
    events,
  };
}

/** What happened to these services since then, the latest first; at most eight. */
async function listServiceEvents(slugs: readonly string[], since: string): Promise<EventView[]> {
  const rows = await readRows<Pick<EventView, "id" | "at" | "actor"> & { kind: string; detail: object }>(sql`
    select e.id::int as id, to_json(e.at) #>> '{}' as at, e.kind, e.detail,
      json_build_object('name', e.actor, 'address', coalesce(p.email, p.handle)) as actor
    from events e left join people p on p.id = e.person_id
    where e.about && array(select id from services where slug = any(string_to_array(${slugs.join(",")}, ',')))
      and e.kind like 'service.%' and e.at >= ${since}::timestamptz
    order by e.at desc, e.id desc limit 8`);
  return rows.map(({ detail, ...event }) => ({ ...event, ...detail }) as EventView);
}

type Row = Omit<HandoffNoteView, "isToRead"> & { rotationId: string; teamId: string; fromId: string };

/** Of the notes that meet the condition, those that the viewer may read; at most 20, the latest handoff first. */
async function listNotes(viewer: Viewer, condition: SQL, at: Temporal.Instant): Promise<HandoffNoteView[]> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<Row>(sql`
    select json_build_object('slug', r.slug, 'name', r.name) as rotation, to_json(n.handoff_at) #>> '{}' as "handoffAt",
      json_build_object('address', coalesce(p.email, p.handle), 'name', p.name, 'email', p.email,
        'timeZone', p.time_zone) as from,
      n.open_alerts as "openAlerts", n.worries, n.try_first as "tryFirst", to_json(n.written_at) #>> '{}' as "writtenAt",
      case when n.read_at is not null then json_build_object('by', b.name, 'at', n.read_at) end as read,
      r.id as "rotationId", r.team_id as "teamId", n.from_person_id as "fromId"
    from handoff_notes n join rotations r on r.id = n.rotation_id join people p on p.id = n.from_person_id
      left join people b on b.id = n.read_by_id
    where ${condition} order by n.handoff_at desc, r.slug limit 20`);
  const notes = await Promise.all(rows.map(async (row) => ({ row, incoming: await findIncoming(viewer, row) })));
  return notes
    .filter(({ row, incoming }) => incoming?.isViewer || mayRead(viewer, row))
    .map(({ row: { rotationId: _, teamId: __, fromId: ___, ...note }, incoming }) => {
      const isTheirs = incoming?.isViewer === true && isBefore(at, Temporal.Instant.from(incoming.until));
      return { ...note, isToRead: note.read === null && isTheirs };
    });
}

const mayRead = (viewer: Viewer, { teamId, fromId }: Row) =>
  can(viewer, "rotation:reasons", { teamIds: [teamId], personId: fromId });

/** Whether it is the viewer who takes the watch at this handoff, and until when they have it then. */
async function findIncoming(
  viewer: Viewer,
  { rotationId, handoffAt }: Row,
): Promise<{ isViewer: boolean; until: string } | undefined> {
  const from = Temporal.Instant.from(handoffAt);
  const { shifts } = await findRoster(viewer, rotationId, { from, to: from.add({ hours: 24 * 40 }) });
  const [first] = shifts;
  return first && { isViewer: first.person.address === viewer.email, until: first.to };
}

import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { uuids } from "#lib/order";
import type { Holiday } from "#lib/people/holiday-queries";
import { homeZoneOf } from "#lib/rotations/drawing/home-zone";
import { holidaysOf } from "#lib/rotations/load/holidays";
import { type RosterWarning, rosterWarnings, type Sentinel } from "#lib/rotations/load/roster-warnings";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { personView } from "#lib/rotations/roster-view";
import type { Span } from "#lib/rotations/rotation";
import { meeting } from "#lib/rotations/spans";
import type { PersonView, RotationView } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";

type SpanView = { from: string; to: string };

/** What speaks against somebody's standing a shift, and what can be done about it. */
export type RosterWarningView = {
  person: PersonView;
  shift: SpanView;
  /** The viewer may ask for cover in this person's name. */
  canAsk: boolean;
  /** A request for cover that meets what the warning is about is open already. */
  isAsked: boolean;
} & (
  | { kind: "away"; span: SpanView }
  | { kind: "holiday"; days: Holiday[] }
  | { kind: "asleep"; first: SpanView; nights: number }
);

type OfRotation = Pick<RotationView, "id" | "version"> & { team: { id: string } };

/**
 * Where the watches of a rotation in `window` meet what their people said of absences, holidays and sleep, in order.
 * The team and its manager are told of everybody, others only of themselves.
 */
export async function listRosterWarnings(
  viewer: Viewer,
  rotation: OfRotation,
  window: Span,
): Promise<RosterWarningView[]> {
  authorize(viewer, "catalog:read");
  const teamIds = [rotation.team.id];
  const { byRotation, people } = await loadWatches([rotation.id], window);
  const watch = byRotation.get(rotation.id);
  const shifts = watch ? resolveRoster(watch, window).shifts : [];
  const told = [...new Set(shifts.map(({ person }) => person))].filter((personId) =>
    can(viewer, "absence:read", { teamIds, personId }),
  );
  if (told.length === 0) return [];
  const [sentinels, asked] = await Promise.all([
    findSentinels(told, window, homeZoneOf(rotation)),
    listAsked(rotation.id, window),
  ]);
  return rosterWarnings(shifts, sentinels).flatMap((warning) => {
    const person = people.get(warning.person);
    if (!person) return [];
    const met = warning.kind === "away" ? warning.span : warning.shift;
    const isAsked = asked.some((request) => request.person === warning.person && meeting(readSpan(request), met));
    const isOwn = viewer.personId === warning.person;
    const canAsk = can(viewer, isOwn ? "cover:ask" : "rotation:hand-over", { teamIds });
    return [{ ...viewOf(warning), person: personView(person), canAsk, isAsked }];
  });
}

type StoredSentinel = Omit<Sentinel, "timeZone" | "absences" | "holidays"> & {
  id: string;
  timeZone: string | null;
  holidayRegion: string | null;
  absences: SpanView[];
};

/** What these people said of themselves; who said no zone is reckoned to be in `homeZone`. */
async function findSentinels(ids: readonly string[], window: Span, homeZone: string): Promise<Map<string, Sentinel>> {
  const rows = await readRows<StoredSentinel>(sql`
    select p.id, p.time_zone as "timeZone", p.wakes_at as "wakesAt", p.sleeps_at as "sleepsAt",
      p.holiday_region as "holidayRegion",
      coalesce((select json_agg(json_build_object('from', a.starts_at, 'to', a.ends_at) order by a.starts_at)
        from absences a where a.person_id = p.id and a.starts_at < ${window.to.toString()}::timestamptz
          and a.ends_at > ${window.from.toString()}::timestamptz), '[]') as absences
    from people p where p.id = any(${uuids(ids)})`);
  const holidays = await holidaysOf(rows, window);
  return new Map(
    rows.map(({ id, timeZone, wakesAt, sleepsAt, absences }) => [
      id,
      {
        ...{ timeZone: timeZone ?? homeZone, wakesAt, sleepsAt },
        absences: absences.map(readSpan),
        holidays: holidays.get(id) ?? [],
      },
    ]),
  );
}

/** The open requests for cover of a rotation that meet `window`. */
const listAsked = (rotationId: string, { from, to }: Span) =>
  readRows<SpanView & { person: string }>(sql`
    select c.person_id as person, to_json(c.starts_at) #>> '{}' as from, to_json(c.ends_at) #>> '{}' as to
    from cover_requests c
    where c.rotation_id = ${rotationId}::uuid and c.claimed_at is null and c.withdrawn_at is null
      and c.starts_at < ${to.toString()}::timestamptz and c.ends_at > ${from.toString()}::timestamptz`);

function viewOf({ person: _, ...warning }: RosterWarning) {
  const shift = textOf(warning.shift);
  if (warning.kind === "away") return { ...warning, shift, span: textOf(warning.span) };
  return warning.kind === "asleep" ? { ...warning, shift, first: textOf(warning.first) } : { ...warning, shift };
}

const textOf = ({ from, to }: Span): SpanView => ({ from: from.toString(), to: to.toString() });
const readSpan = ({ from, to }: SpanView): Span => ({
  from: Temporal.Instant.from(from),
  to: Temporal.Instant.from(to),
});

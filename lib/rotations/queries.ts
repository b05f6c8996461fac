import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { type Part, partOf } from "#lib/cursor";
import {
  escapeLike,
  isAfter,
  type Order,
  orderBy,
  type SortValues,
  selectSortValues,
  sortValuesOf,
  uuids,
} from "#lib/order";
import { pagedServiceCount } from "#lib/rotations/escalation/paged-queries";
import type { RotationFilter } from "#lib/rotations/filter";
import { permissionsFor } from "#lib/rotations/permissions";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Layer } from "#lib/rotations/rotation";
import { around, resolvedSeat } from "#lib/rotations/seat-queries";
import type { PersonView, Ref, RotationListItem, RotationView, VersionView } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";
import { searchWords } from "#lib/services/filter";
import { rememberVisit } from "#lib/visits";

type StoredVersion = { from: string; until: string | null; layers: Layer[] };
type RotationRow = Omit<RotationView, "version" | "laterVersions" | "permissions"> & {
  versions: StoredVersion[];
  people: (PersonView & { id: string })[];
};

/** The rotation at this address, former ones included, as it is at `at`; undefined when there is none. One round trip. */
export async function findRotation(viewer: Viewer, slug: string, at = now()): Promise<RotationView | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<RotationRow>(sql`
    with chosen as (
      select id from rotations where slug = ${slug}
      union all
      select thing from former_addresses where noun = 'rotation' and address = ${slug}
        and not exists (select from rotations where slug = ${slug})
    ),
    -- The version that holds and those to come; before the first has begun, that one.
    coming as (
      select v.* from rotation_versions v join chosen on chosen.id = v.rotation_id
      where v.ends_at is null or v.ends_at > ${at.toString()}::timestamptz
    )
    select r.id, r.slug, r.name, r.description, r.is_team_default as "isTeamDefault",
      to_json(r.retired_at) #>> '{}' as "retiredAt", to_json(r.created_at) #>> '{}' as "createdAt",
      json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'kind', t.kind, 'chat', t.chat) as team,
      ${pagedServiceCount} as services,
      coalesce((select json_agg(json_build_object('from', starts_at, 'until', ends_at, 'layers', layers) order by starts_at)
        from coming), '[]') as versions,
      coalesce((select json_agg(json_build_object('id', p.id, 'address', coalesce(p.email, p.handle), 'name', p.name,
        'email', p.email, 'timeZone', p.time_zone)) from people p
        where p.id in (select unnest(participant_ids) from coming)), '[]') as people
    from chosen join rotations r on r.id = chosen.id join teams t on t.id = r.team_id`);
  if (!row) return undefined;
  const { versions, people, ...rotation } = row;
  const byId = new Map(people.map(({ id, ...person }) => [id, person]));
  const [version, ...laterVersions] = versions.map((stored) => versionView(stored, byId));
  if (!version) throw new Error(`The rotation ${slug} has no version.`);
  return { ...rotation, version, laterVersions, permissions: permissionsFor(viewer, { teamId: rotation.team.id }) };
}

/** The same for somebody who opens its page; the palette will offer it again. */
export async function visitRotation(viewer: Viewer, slug: string): Promise<RotationView | undefined> {
  const rotation = await findRotation(viewer, slug);
  if (rotation) rememberVisit(viewer, "rotation", rotation.id);
  return rotation;
}

function versionView({ from, until, layers }: StoredVersion, people: ReadonlyMap<string, PersonView>): VersionView {
  return {
    from,
    until,
    layers: layers.map(({ participants, firstTurn, hours, ...layer }) => ({
      ...layer,
      participants: participants.flatMap((id) => people.get(id) ?? []),
      firstTurn: firstTurn ?? 0,
      hours: hours ?? [],
    })),
  };
}

const defaultLimit = 50;
const byName: Order = [
  { value: sql`lower(r.name)`, as: "text" },
  { value: sql`r.id`, as: "uuid" },
];
type ListRow = Ref & { id: string; team: Ref; isTeamDefault: boolean; openRequests: number } & SortValues;

/** How far ahead the list looks for a gap. */
const aheadDays = 28;

/** A part of the rotations by name, with who stands each watch at `at`. */
export async function listRotations(
  viewer: Viewer,
  filter: RotationFilter,
  at = now(),
): Promise<Part<RotationListItem>> {
  authorize(viewer, "catalog:read");
  const limit = filter.limit ?? defaultLimit;
  const rows = await readRows<ListRow>(sql`
    select r.id, r.slug, r.name, r.is_team_default as "isTeamDefault",
      json_build_object('slug', t.slug, 'name', t.name) as team,
      (select count(*)::int from cover_requests c where c.rotation_id = r.id and c.claimed_at is null
        and c.withdrawn_at is null and c.ends_at > ${at.toString()}::timestamptz) as "openRequests",
      ${selectSortValues(byName)}
    from rotations r join teams t on t.id = r.team_id
    where ${matches(viewer, filter)} and ${isAfter(byName, filter.cursor)}
    order by ${orderBy(byName)} limit ${limit + 1}`);
  const watches = await loadWatches(
    rows.slice(0, limit).map(({ id }) => id),
    around(at),
  );
  const ahead = { from: at, to: at.add({ hours: 24 * aheadDays }) };
  return partOf(rows, limit, sortValuesOf(byName), (row) => {
    const watch = watches.byRotation.get(row.id);
    const [gap] = watch ? resolveRoster(watch, ahead).gaps : [];
    const { slug, name, team, isTeamDefault, openRequests } = row;
    const seat = resolvedSeat(row, watches, at);
    return { slug, name, team, isTeamDefault, openRequests, seat, nextGapAt: gap?.from.toString() ?? null };
  });
}

export type RotationSuggestion = Ref & { team: string };

/** Living rotations whose name, address or team is like `query`: for fields in which one is chosen. */
export function suggestRotations(viewer: Viewer, query: string): Promise<RotationSuggestion[]> {
  authorize(viewer, "catalog:read");
  return readRows<RotationSuggestion>(sql`
    select r.slug, r.name, t.name as team from rotations r join teams t on t.id = r.team_id
    where r.retired_at is null and ${matchesText(query.slice(0, 100))}
    order by lower(r.name), r.id limit 12`);
}

function matches(viewer: Viewer, { query, team, mine, retired }: RotationFilter): SQL {
  const own = uuids(viewer.memberships.map(({ teamId }) => teamId));
  return sql.join(
    [
      retired ? sql`r.retired_at is not null` : sql`r.retired_at is null`,
      matchesText(query),
      team ? sql`t.slug = ${team}` : sql`true`,
      mine ? sql`(t.id = any(${own}) or t.id = any(${uuids(viewer.managedTeamIds)}))` : sql`true`,
    ],
    sql` and `,
  );
}

const text = sql`lower(r.name || ' ' || r.slug || ' ' || t.name)`;

function matchesText(query: string | undefined): SQL {
  const words = searchWords(query).map((word) => sql`${text} like ${`%${escapeLike(word)}%`}`);
  return words.length > 0 ? sql.join(words, sql` and `) : sql`true`;
}

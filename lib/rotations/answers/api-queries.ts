import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { type Part, partOf } from "#lib/cursor";
import { escapeLike, isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf } from "#lib/order";
import { answerWarnings, type DoubtfulParticipant } from "#lib/rotations/answers/answer-warnings";
import { instantAnswer } from "#lib/rotations/answers/watch-answers";
import { findRotation } from "#lib/rotations/queries";
import { findRoster } from "#lib/rotations/roster-queries";
import type { Layer } from "#lib/rotations/rotation";
import type { LayerView, VersionView } from "#lib/rotations/views";

/** How far ahead an answer looks for gaps. */
const aheadDays = 28;

type LayerAnswer = Omit<Layer, "participants"> & { participants: string[]; firstTurn: number };
type VersionAnswer = { effectiveFrom: string; layers: LayerAnswer[] };

/** A rotation as the API shows it: the body of a PUT, and what is known besides. */
export type RotationAnswer = VersionAnswer & {
  name: string;
  description: string | null;
  team: string;
  slug: string;
  teamDefault: boolean;
  createdAt: string;
  later: VersionAnswer[];
  warnings: string[];
  retiredAt: string | null;
};

/** The rotation at this address, former ones included, as the API shows it; undefined when there is none. */
export async function findRotationAnswer(
  viewer: Viewer,
  slug: string,
  at = now(),
): Promise<RotationAnswer | undefined> {
  const rotation = await findRotation(viewer, slug, at);
  if (!rotation) return undefined;
  const ahead = { from: at, to: at.add({ hours: 24 * aheadDays }) };
  const [roster, doubtful] = await Promise.all([
    findRoster(viewer, rotation.id, ahead),
    listDoubtful(rotation.id, rotation.team.id, at),
  ]);
  const gaps = rotation.retiredAt === null ? roster.gaps : [];
  return {
    name: rotation.name,
    description: rotation.description,
    team: rotation.team.slug,
    ...versionAnswer(rotation.version),
    slug: rotation.slug,
    teamDefault: rotation.isTeamDefault,
    later: rotation.laterVersions.map(versionAnswer),
    warnings: answerWarnings(rotation, { gaps, doubtful, days: aheadDays }),
    createdAt: instantAnswer(rotation.createdAt),
    retiredAt: rotation.retiredAt && instantAnswer(rotation.retiredAt),
  };
}

function versionAnswer({ from, layers }: VersionView): VersionAnswer {
  return { effectiveFrom: instantAnswer(from), layers: layers.map(layerAnswer) };
}

function layerAnswer({ participants, hours, ...layer }: LayerView): LayerAnswer {
  return {
    ...layer,
    participants: participants.map(({ address }) => address),
    ...(hours.length > 0 && { hours }),
  };
}

/** The participants of the versions that hold or will hold who are deactivated or not in the team, by name. */
function listDoubtful(rotationId: string, teamId: string, at: Temporal.Instant): Promise<DoubtfulParticipant[]> {
  return readRows<DoubtfulParticipant>(sql`
    select coalesce(p.email, p.handle) as address, p.name, p.deactivated_at is not null as "isDeactivated"
    from people p
    where p.id in (select unnest(v.participant_ids) from rotation_versions v
        where v.rotation_id = ${rotationId}::uuid and (v.ends_at is null or v.ends_at > ${at.toString()}::timestamptz))
      and (p.deactivated_at is not null or not exists (select from memberships m
        where m.person_id = p.id and m.team_id = ${teamId}::uuid and m.ends_at is null))
    order by lower(p.name), p.id`);
}

export type RotationItem = {
  slug: string;
  name: string;
  description: string | null;
  team: string;
  teamDefault: boolean;
  createdAt: string;
};
export type RotationListFilter = {
  query?: string | undefined;
  team?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

const byName: Order = [
  { value: sql`lower(r.name)`, as: "text" },
  { value: sql`r.id`, as: "uuid" },
];

/** A part of the living rotations, by name. */
export async function listRotationItems(viewer: Viewer, filter: RotationListFilter): Promise<Part<RotationItem>> {
  authorize(viewer, "catalog:read");
  const { query = "", team, cursor, limit } = filter;
  const rows = await readRows<RotationItem & SortValues>(sql`
    select r.slug, r.name, r.description, t.slug as team, r.is_team_default as "teamDefault",
      to_json(r.created_at) #>> '{}' as "createdAt", ${selectSortValues(byName)}
    from rotations r join teams t on t.id = r.team_id
    where r.retired_at is null and ${isAfter(byName, cursor)}
      and ${query ? sql`lower(r.name || ' ' || r.slug || ' ' || t.name) like ${`%${escapeLike(query.toLowerCase())}%`}` : sql`true`}
      and ${team ? sql`t.slug = ${team}` : sql`true`}
    order by ${orderBy(byName)} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byName), (row) => ({
    slug: row.slug,
    name: row.name,
    description: row.description,
    team: row.team,
    teamDefault: row.teamDefault,
    createdAt: instantAnswer(row.createdAt),
  }));
}

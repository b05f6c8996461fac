import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { instantOf, type Scope, withBeneath } from "#lib/coverage/statements";
import { uuids } from "#lib/order";
import type { Ref } from "#lib/rotations/views";

/** What the last run found that asks for work; nothing about a person. */
export const workKinds = ["unowned-service", "single-expert", "small-rotation", "coming-gap"] as const;
export type WorkKind = (typeof workKinds)[number];

/** What asks for a conversation with somebody: only those who manage that person's team are told. */
export const peopleKinds = ["holds-too-much", "senior-without-rotation"] as const;
export type PeopleKind = (typeof peopleKinds)[number];

export type Finding<Kind extends string> = {
  id: string;
  kind: Kind;
  /** One sentence, with names and days. */
  says: string;
  team: Ref | null;
  service: Ref | null;
  rotation: Ref | null;
  person: { address: string; name: string } | null;
  /** ISO instants: when it was found, and when what it speaks of begins and ends. */
  at: string;
  from: string | null;
  to: string | null;
};

/** The first findings of each kind, those that begin soonest first, and how many there are. */
export type Findings = { kind: WorkKind; count: number; items: Finding<WorkKind>[] }[];

const mostOfKind = 6;

/** What the last run found of the services and rotations of `scope`; kinds of which there is nothing are left out. */
export async function listFindings(viewer: Viewer, { teamId }: Scope): Promise<Findings> {
  authorize(viewer, "coverage:read");
  const rows = await readRows<Finding<WorkKind> & { count: number }>(sql`
    with recursive ${teamId ? sql`${withBeneath(sql`${teamId}::uuid`)},` : sql``} found as (
      select f.*, (count(*) over (partition by f.kind))::int as count,
        row_number() over (partition by f.kind order by f."from" nulls last, f.says, f.id) as place
      from coverage_findings f
      where f.kind in (${literals(workKinds)}) ${teamId ? sql`and f.team_id in (select id from beneath)` : sql``}
    )
    select ${columns}, f.count from ${joined(sql`found`)} where f.place <= ${mostOfKind} order by f.kind, f.place`);
  return workKinds
    .map((kind) => rows.filter((row) => row.kind === kind))
    .filter((ofKind) => ofKind.length > 0)
    .map((ofKind) => ({
      kind: ofKind[0]?.kind ?? "unowned-service",
      count: ofKind[0]?.count ?? 0,
      items: ofKind.map(({ count: _, ...finding }) => finding),
    }));
}

/** A reason to talk with somebody, who is away where `awayBecause` says why: in the words that this person shared. */
export type Conversation = Finding<PeopleKind> & { awayBecause: string | null };

/**
 * Conversations to have with people of the teams of `scope` that the viewer manages; nobody else is told. Undefined:
 * the viewer manages none of them, so that nothing can be said.
 */
export async function listConversations(
  viewer: Viewer,
  { teamId }: Scope,
  at: Temporal.Instant,
): Promise<Conversation[] | undefined> {
  authorize(viewer, "coverage:read");
  const managed = viewer.managedTeamIds.filter((id) => can(viewer, "coverage:people", { teamIds: [id] }));
  if (managed.length === 0 || (teamId && !managed.includes(teamId))) return undefined;
  const rows = await readRows<Conversation>(sql`
    with recursive ${withBeneath(teamId ? sql`${teamId}::uuid` : sql`null::uuid`)}
    select ${columns}, (select a.reason from absences a
        where a.person_id = f.person_id and f.kind = 'senior-without-rotation' and a.reason is not null
          and a.ends_at > ${instantOf(at)} and a.starts_at < ${instantOf(at)} + interval '30 days'
        order by a.starts_at limit 1) as "awayBecause"
    from ${joined(sql`coverage_findings`)}
    where f.kind in (${literals(peopleKinds)}) and f.team_id = any(${uuids(managed)})
      ${teamId ? sql`and f.team_id in (select id from beneath)` : sql``}
      and f.person_id is distinct from ${viewer.personId}::uuid
    order by f.kind, lower(p.name), t.name, f.id limit 60`);
  // Somebody of several teams is one person to talk with.
  const first = new Map(rows.toReversed().map((row) => [`${row.person?.address} ${row.says}`, row] as const));
  return [...first.values()].toReversed();
}

const literals = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

const joined = (findings: SQL) => sql`${findings} f left join teams t on t.id = f.team_id
  left join services s on s.id = f.service_id left join rotations r on r.id = f.rotation_id
  left join people p on p.id = f.person_id`;

const ref = (row: string) =>
  sql.raw(`case when ${row}.id is not null then json_build_object('slug', ${row}.slug, 'name', ${row}.name) end`);

const columns = sql`f.id, f.kind, f.says, ${ref("t")} as team, ${ref("s")} as service, ${ref("r")} as rotation,
  case when p.id is not null then json_build_object('address', coalesce(p.email, p.handle), 'name', p.name) end as person,
  to_json(f.at) #>> '{}' as at, to_json(f."from") #>> '{}' as "from", to_json(f."to") #>> '{}' as "to"`;

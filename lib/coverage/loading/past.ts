import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { PersonFact, ServiceFacts, TeamFact } from "#lib/coverage/facts";
import { instantAs, readInstant } from "#lib/coverage/loading/stored";
import { loadWatchFacts } from "#lib/coverage/loading/watches";
import type { Ref } from "#lib/rotations/views";

type Member = PersonFact & { isLead: boolean; canSignIn: boolean; since: string };
type Owner = Ref & { id: string; since: string; isLiving: boolean; members: Member[] | null };
type Row = {
  delivery: Owner | null;
  ops: Owner | null;
  opsRotation: string | null;
  fallback: { team: Ref; people: PersonFact[] | null } | null;
  haveSeatsChanged: boolean;
};

/** Who owned a service at a past instant, and whom its pages would have reached of ops, from the spans alone. */
export type PastOwners = {
  team: TeamFact | null;
  opsTeam: TeamFact | null;
  /** Null: which rotation fills the seat was changed since, and that leaves no span. */
  opsNow: Pick<ServiceFacts, "ops" | "behindOps"> | null;
};

const within = (span: string, at: SQL) =>
  sql`${sql.raw(span)}.starts_at <= ${at} and (${sql.raw(span)}.ends_at is null or ${sql.raw(span)}.ends_at > ${at})`;

// Whoever has no e-mail address now is taken to have had none then, and the other way round: addresses have no spans.
const membersAt = (team: SQL, at: SQL) => sql`
  (select json_agg(json_build_object('id', p.id, 'name', p.name, 'isLead', m.role = 'lead',
      'canSignIn', p.email is not null, 'since', m.starts_at) order by p.name, p.id)
    from memberships m join people p on p.id = m.person_id
    where m.team_id = ${team} and ${within("m", at)}
      and not exists (select from deactivations d where d.person_id = p.id and ${within("d", at)}))`;

/** The last word before `at` on whether a team was retired; of one of which nothing was said since, what holds now. */
const isLivingAt = (at: SQL) => sql`
  coalesce((select e.kind = 'team.restored' from events e where e.about @> array[t.id]
      and e.kind in ('team.retired', 'team.restored') and e.at <= ${at} order by e.at desc, e.id desc limit 1),
    t.retired_at is null or t.retired_at > ${at})`;

const ownerAt = (role: "delivery" | "ops", serviceId: string, at: SQL) => sql`
  (select json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'since', o.starts_at,
      'isLiving', ${isLivingAt(at)}, 'members', ${membersAt(sql`t.id`, at)})
    from ownerships o join teams t on t.id = o.team_id
    where o.service_id = ${serviceId}::uuid and o.role = ${role} and ${within("o", at)})`;

const opsTeamAt = (serviceId: string, at: SQL) => sql`
  (select o.team_id from ownerships o where o.service_id = ${serviceId}::uuid and o.role = 'ops' and ${within("o", at)})`;

const defaultOf = (team: SQL) => sql`(select r.id from rotations r where r.team_id = ${team} and r.is_team_default)`;

/** Reads them as of `at`. Of no viewer: whoever shows something of it asks the policy first. */
export async function loadPastOwners(serviceId: string, at: Temporal.Instant): Promise<PastOwners> {
  const then = instantAs(at);
  const opsTeam = opsTeamAt(serviceId, then);
  const [row] = await readRows<Row>(sql`
    select ${ownerAt("delivery", serviceId, then)} as delivery, ${ownerAt("ops", serviceId, then)} as ops,
      coalesce((select p.ops_rotation_id from escalation_paths p where p.service_id = ${serviceId}::uuid),
        ${defaultOf(opsTeam)}, ${defaultOf(sql`i.fallback_ops_team_id`)}) as "opsRotation",
      (select json_build_object('team', json_build_object('slug', t.slug, 'name', t.name),
          'people', ${membersAt(sql`t.id`, then)}) from teams t where t.id = i.fallback_ops_team_id) as fallback,
      exists (select from events e where e.at > ${then} and (
        e.kind = 'installation.fallback-ops-chosen'
        or (e.kind = 'escalation.changed' and e.about @> array[${serviceId}::uuid])
        or (e.kind in ('rotation.created', 'rotation.made-default', 'rotation.retired', 'rotation.restored')
          and e.about && array_remove(array[${opsTeam}, i.fallback_ops_team_id], null)))) as "haveSeatsChanged"
    from (select (select fallback_ops_team_id from installation) as fallback_ops_team_id) i`);
  if (!row) throw new Error("The database returned no owners.");
  const [team, ops] = [readOwner(row.delivery), readOwner(row.ops)];
  return { team, opsTeam: ops, opsNow: row.haveSeatsChanged ? null : await opsNowAt(row, ops, at) };
}

async function opsNowAt({ opsRotation, fallback }: Row, opsTeam: TeamFact | null, at: Temporal.Instant) {
  const watches = await loadWatchFacts(opsRotation === null ? [] : [opsRotation], at);
  const [watch = null] = watches.values();
  const people = fallback?.people ?? [];
  const behind = fallback && people.length > 0 ? { team: fallback.team, people } : null;
  const own = opsTeam && { team: { slug: opsTeam.slug, name: opsTeam.name }, people: opsTeam.members };
  return { ops: watch, behindOps: behind ?? own };
}

const readOwner = (owner: Owner | null): TeamFact | null =>
  owner && {
    ...owner,
    since: readInstant(owner.since),
    manager: null,
    members: (owner.members ?? []).map(({ since, ...member }) => ({ ...member, since: readInstant(since) })),
  };

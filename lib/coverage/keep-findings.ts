import "server-only";
import { sql } from "drizzle-orm";
import { readRows, type Tx } from "#db/client";
import { coverageFindings } from "#db/schema";
import type { Burden, Finding } from "#lib/coverage/finding";
import type { CoverageLimits } from "#lib/coverage/limits";
import { instantAs, readMaybe } from "#lib/coverage/loading/stored";
import { dayOf } from "#lib/coverage/words";
import { escapeLike, textArray, uuids } from "#lib/order";

/** Puts what was found at `at` in the place of what was found before. */
export async function keepFindings(tx: Tx, found: readonly Finding[], at: Temporal.Instant): Promise<void> {
  await tx.delete(coverageFindings);
  const rows = found.map(({ span, ...finding }) => ({ ...finding, ...span, at }));
  for (let start = 0; start < rows.length; start += 1_000)
    await tx.insert(coverageFindings).values(rows.slice(start, start + 1_000));
}

/** A burden is told to the managers of each delivery team that its person is of; of somebody in no team, to nobody. */
export async function findingsOfBurdens(found: readonly Burden[]): Promise<Finding[]> {
  if (found.length === 0) return [];
  const rows = await readRows<{ person: string; team: string }>(sql`
    select m.person_id as person, m.team_id as team from memberships m join teams t on t.id = m.team_id
    where m.person_id = any(${uuids([...new Set(found.map(({ personId }) => personId))])})
      and m.ends_at is null and t.retired_at is null order by t.name`);
  const teamsOf = Map.groupBy(rows, ({ person }) => person);
  return found.flatMap((burden) =>
    (teamsOf.get(burden.personId) ?? []).map(
      ({ team }): Finding => ({
        ...{ kind: "holds-too-much", teamId: team, serviceId: null, rotationId: null },
        ...burden,
      }),
    ),
  );
}

const aheadDays = 90;

type Senior = {
  person: string;
  team: string;
  name: string;
  title: string;
  teamName: string;
  since: string;
  awayFrom: string | null;
  awayTo: string | null;
};

/**
 * Members of delivery teams with a senior title who stand in no rotation, now or later. That somebody is away is told,
 * because their managers may know it; why is not kept here, so that it stays theirs to erase.
 */
export async function findSeniorsWithoutRotation(
  { seniorTitles }: CoverageLimits,
  at: Temporal.Instant,
): Promise<Finding[]> {
  if (seniorTitles.length === 0) return [];
  const titles = textArray(seniorTitles.map((title) => `% ${escapeLike(title)} %`));
  const rows = await readRows<Senior>(sql`
    select p.id as person, t.id as team, p.name, p.title, t.name as "teamName", to_json(m.starts_at) #>> '{}' as since,
      to_json(away.starts_at) #>> '{}' as "awayFrom", to_json(away.ends_at) #>> '{}' as "awayTo"
    from people p join memberships m on m.person_id = p.id and m.ends_at is null join teams t on t.id = m.team_id
      left join lateral (select a.starts_at, a.ends_at from absences a where a.person_id = p.id
        and a.ends_at > ${instantAs(at)} and a.starts_at < ${instantAs(at.add({ hours: 24 * aheadDays }))}
        order by a.starts_at limit 1) away on true
    where p.deactivated_at is null and t.kind = 'delivery' and t.retired_at is null
      and ' ' || regexp_replace(lower(p.title), '[^[:alnum:]]+', ' ', 'g') || ' ' like any(${titles}::text[])
      and exists (select from services s where s.delivery_team_id = t.id and s.retired_at is null)
      and not exists (select from rotation_versions v join rotations r on r.id = v.rotation_id
        where v.participant_ids @> array[p.id] and (v.ends_at is null or v.ends_at > ${instantAs(at)})
          and r.retired_at is null)
    order by p.name, p.id, t.name`);
  return rows.map((row): Finding => {
    const [from, to] = [readMaybe(row.awayFrom), readMaybe(row.awayTo)];
    const away = from && to ? ` They are away from ${dayOf(from)} to ${dayOf(to)}.` : "";
    const says = `${row.name}, ${row.title}, is in ${row.teamName} since ${dayOf(Temporal.Instant.from(row.since))} and stands in no rotation.${away}`;
    return {
      ...{ kind: "senior-without-rotation", teamId: row.team, serviceId: null, rotationId: null },
      ...{ personId: row.person, says, span: { from, to } },
    };
  });
}

import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { lineKey } from "#lib/records/lines";
import { type Asked, instantText, said } from "#lib/records/parts/part";
import { endsOf, iso } from "#lib/records/parts/window";
import type { RecordLine } from "#lib/records/views";
import { dayWords } from "#lib/records/words";

/** A stretch in which a team of the person owned a service while they were in it; ISO instants. */
type Stretch = {
  id: string;
  slug: string;
  name: string;
  retiredAt: string | null;
  role: "delivery" | "ops";
  team: string;
  isLead: boolean;
  from: string;
  to: string | null;
  /** When the team stopped owning it, and who began then; when the person left the team. */
  ownedUntil: string | null;
  next: string | null;
  memberUntil: string | null;
  /** When the person was deactivated. */
  leftAt: string | null;
};

/** A service that somebody owned, from when until when; `to` null: still. */
export type Owned = { id: string; slug: string; name: string; from: string; to: string | null };

/** The services that somebody owned in a span: one line each, however often they changed hands in it. */
export async function findServices(asked: Asked): Promise<{ lines: RecordLine[]; owned: Owned[] }> {
  const byService = Map.groupBy(await listStretches(asked), ({ id }) => id);
  const stretches = [...byService.values()].map(joined);
  return {
    lines: stretches.map((those) => lineOf(those, asked.timeZone)),
    owned: stretches.map((those) => {
      const [first, last] = [those[0] as Stretch, those.at(-1) as Stretch];
      return { id: first.id, slug: first.slug, name: first.name, from: first.from, to: last.to };
    }),
  };
}

function listStretches({ personId, span }: Asked): Promise<Stretch[]> {
  const [from, to] = endsOf(span);
  return readRows<Stretch>(sql`
    select s.id, s.slug, s.name, ${iso("s.retired_at")} as "retiredAt", o.role, t.name as team, m.role = 'lead' as "isLead",
      ${iso("greatest(m.starts_at, o.starts_at)")} as from, ${iso("least(m.ends_at, o.ends_at, s.retired_at, p.deactivated_at)")} as to,
      ${iso("o.ends_at")} as "ownedUntil", ${iso("m.ends_at")} as "memberUntil",
      ${iso("p.deactivated_at")} as "leftAt",
      case when o.ends_at is not null then (select b.name from ownerships n join teams b on b.id = n.team_id
        where n.service_id = o.service_id and n.role = o.role and n.starts_at = o.ends_at limit 1) end as next
    from memberships m join ownerships o on o.team_id = m.team_id join teams t on t.id = m.team_id
      join services s on s.id = o.service_id join people p on p.id = m.person_id
    where m.person_id = ${personId}::uuid and m.starts_at < ${to} and o.starts_at < ${to}
      and (m.ends_at is null or m.ends_at > greatest(${from}, o.starts_at))
      and (o.ends_at is null or o.ends_at > greatest(${from}, m.starts_at))
      and (s.retired_at is null or s.retired_at > greatest(${from}, m.starts_at, o.starts_at))
      and (p.deactivated_at is null or p.deactivated_at > greatest(${from}, m.starts_at, o.starts_at))
    order by greatest(m.starts_at, o.starts_at), o.role, t.name`);
}

// Becoming a lead, or a member again, ends one stretch and begins the next: to the record they are one.
function joined(stretches: readonly Stretch[]): Stretch[] {
  const done: Stretch[] = [];
  for (const stretch of stretches) {
    const last = done.findLast(({ team, role }) => team === stretch.team && role === stretch.role);
    if (last?.to && instantText(last.to) === instantText(stretch.from)) {
      const { to, ownedUntil, next, memberUntil, isLead } = stretch;
      Object.assign(last, { to, ownedUntil, next, memberUntil, isLead: last.isLead || isLead });
    } else done.push({ ...stretch });
  }
  return done;
}

function lineOf(stretches: readonly Stretch[], timeZone: string): RecordLine {
  const latest = stretches.at(-1) as Stretch;
  return {
    key: lineKey("service", latest.id),
    title: latest.name,
    href: `/services/${latest.slug}`,
    says: stretches.map((stretch) => said(wordsOf(stretch, timeZone))),
    at: instantText(latest.from),
  };
}

function wordsOf({ role, team, isLead, from, ...ended }: Stretch, timeZone: string): string {
  const part = role === "delivery" ? "which builds it" : "which has its back as ops team";
  const place = isLead ? `As lead of ${team}` : `With ${team}`;
  const until = endWords(ended, timeZone);
  return `${place}, ${part}, ${until ? `from ${dayWords(from, timeZone)} ${until}` : `since ${dayWords(from, timeZone)}`}.`;
}

type Ended = Pick<Stretch, "to" | "ownedUntil" | "next" | "memberUntil" | "retiredAt" | "leftAt">;

function endWords(
  { to, ownedUntil, next, memberUntil, retiredAt, leftAt }: Ended,
  timeZone: string,
): string | undefined {
  if (to === null) return undefined;
  const why =
    to === retiredAt
      ? "when it was retired"
      : to === leftAt
        ? "when they left"
        : to === memberUntil
          ? "when they left the team"
          : to === ownedUntil && next
            ? `when ${next} took it over`
            : "when it left the team";
  return `to ${dayWords(to, timeZone)}, ${why}`;
}

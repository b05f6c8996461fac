import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { levels, levelWords } from "#lib/coverage/checks";
import { lineKey } from "#lib/records/lines";
import { type Asked, instantText, said } from "#lib/records/parts/part";
import type { Owned } from "#lib/records/parts/services";
import { iso } from "#lib/records/parts/window";
import type { RecordLine, Saying } from "#lib/records/views";
import { dayWords } from "#lib/records/words";
import { earlierOf, laterOf } from "#lib/rotations/spans";

/** What is held against what: the first quarter of somebody's time with a service and the last, or its two halves. */
type Then = {
  id: string;
  from: Temporal.Instant;
  firstTo: Temporal.Instant;
  lastFrom: Temporal.Instant;
  to: Temporal.Instant;
};

/** What was seen of a service in one of the two: pages looked back at, those that needed nobody, half of the times to engage. */
type Seen = {
  id: string;
  isLast: boolean;
  reviewed: number;
  needless: number;
  medianSeconds: number | null;
};
type Level = {
  id: string;
  firstLevel: number | null;
  firstAt: string | null;
  lastLevel: number | null;
  lastAt: string | null;
};

const quarter = 24 * 91;
const fewest = 24 * 14;

/** How the services that somebody owned developed in their time: coverage, noise and time to engage, then and now. */
export async function findDevelopment({ span, timeZone }: Asked, owned: readonly Owned[]): Promise<RecordLine[]> {
  const asked = owned.flatMap((one) => thenOf(one, span) ?? []);
  if (asked.length === 0) return [];
  const [seen, measured] = await Promise.all([listSeen(asked), listLevels(asked)]);
  const byService = Map.groupBy(seen, ({ id }) => id);
  const levelOf = new Map(measured.map((one) => [one.id, one]));
  const names = new Map(owned.map((one) => [one.id, one]));
  return asked.flatMap((then) => {
    const [service, parts = [], level] = [names.get(then.id), byService.get(then.id), levelOf.get(then.id)];
    const says = [...coverageWords(level, timeZone), ...pageWords(parts)];
    if (!service || says.length === 0) return [];
    const at = instantText(then.to);
    return [{ key: lineKey("developed", then.id), title: service.name, href: `/services/${service.slug}`, says, at }];
  });
}

function thenOf({ id, ...own }: Owned, span: Asked["span"]): Then | undefined {
  const from = laterOf(span.from, Temporal.Instant.from(own.from));
  const to = own.to ? earlierOf(span.to, Temporal.Instant.from(own.to)) : span.to;
  const hours = from.until(to).total("hours");
  // Of less than two weeks a beginning and an end say nothing.
  if (hours < fewest) return undefined;
  const part = { hours: Math.floor(Math.min(quarter, hours / 2)) };
  return { id, from, firstTo: from.add(part), lastFrom: to.subtract(part), to };
}

const tableOf = (asked: readonly Then[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb)
    as w(id uuid, "from" timestamptz, "firstTo" timestamptz, "lastFrom" timestamptz, "to" timestamptz)`;

const listSeen = (asked: readonly Then[]) =>
  readRows<Seen>(sql`
    select w.id, side.is_last as "isLast", found.*
    from ${tableOf(asked)} cross join lateral (values (false, w."from", w."firstTo"), (true, w."lastFrom", w."to"))
        as side(is_last, starts, ends)
      cross join lateral (
        select count(v.needless)::int as reviewed,
          (count(*) filter (where v.needless))::int as needless,
          round(percentile_cont(0.5) within group (order by extract(epoch from a.delivery_engaged_at - a.delivery_paged_at)))::int
            as "medianSeconds"
        from alerts a left join lateral (
          select bool_or(not r.was_actionable) as needless from alert_reviews r where r.alert_id = a.id
        ) v on true
        where a.service_id = w.id and a.opened_at >= side.starts and a.opened_at < side.ends
          and a.delivery_paged_at is not null and not a.is_drill
      ) found`);

// The first measurement of that time stands for its beginning: what was before it nobody measured.
const listLevels = (asked: readonly Then[]) =>
  readRows<Level>(sql`
    select w.id, f.level as "firstLevel", f.at as "firstAt", l.level as "lastLevel", l.at as "lastAt"
    from ${tableOf(asked)}
      left join lateral (select c.level, ${iso('greatest(c.starts_at, w."from")')} as at from coverage_snapshots c
        where c.service_id = w.id and c.starts_at < w."to" and (c.ends_at is null or c.ends_at > w."from")
        order by c.starts_at limit 1) f on true
      left join lateral (select c.level, ${iso('least(c.ends_at, w."to")')} as at from coverage_snapshots c
        where c.service_id = w.id and c.starts_at < w."to" and (c.ends_at is null or c.ends_at > w."from")
        order by c.starts_at desc limit 1) l on true`);

function coverageWords(level: Level | undefined, timeZone: string): Saying[] {
  if (!level || level.firstLevel === null || level.lastLevel === null || !level.firstAt || !level.lastAt) return [];
  const [first, last] = [levelName(level.firstLevel), levelName(level.lastLevel)];
  const [then, now] = [dayWords(level.firstAt, timeZone), dayWords(level.lastAt, timeZone)];
  const words =
    level.firstLevel === level.lastLevel
      ? `${first} on ${then}, and on ${now} too.`
      : `${first} on ${then}, ${last.toLowerCase()} on ${now}.`;
  return [said(words, "Coverage")];
}

const levelName = (reached: number) => {
  const level = levels[reached - 1];
  return level ? levelWords[level].name : "Not yet owned";
};

/** Of the pages that somebody looked back at: so a quiet quarter is no merit, and a loud one no fault. */
export function pageWords(parts: readonly Omit<Seen, "id">[]): Saying[] {
  const [then, now] = [parts.find(({ isLast }) => !isLast), parts.find(({ isLast }) => isLast)];
  if (!then || !now) return [];
  const noise = { words: "Pages that needed nobody, of those looked back at:", absent: "none was looked back at" };
  const time = { words: "Half of the answers came within", absent: "there were none" };
  return [
    ...thenAndNow("Noise", noise, noiseWords(then), noiseWords(now)),
    ...thenAndNow("Time to engage", time, timeWords(then), timeWords(now)),
  ];
}

type Said = { words: string; absent: string };

function thenAndNow(
  term: string,
  { words, absent }: Said,
  then: string | undefined,
  now: string | undefined,
): Saying[] {
  if (then && now) return [said(`${words} ${then} then, ${now} now.`, term)];
  if (then) return [said(`${words} ${then} then; ${absent} now.`, term)];
  return now ? [said(`${words} ${now} now; ${absent} then.`, term)] : [];
}

const noiseWords = ({ reviewed, needless }: Omit<Seen, "id">) =>
  reviewed === 0 ? undefined : `${needless === 0 ? "none" : needless} of ${reviewed}`;

function timeWords({ medianSeconds }: Omit<Seen, "id">): string | undefined {
  if (medianSeconds === null) return undefined;
  return medianSeconds < 90 ? `${medianSeconds} s` : `${Math.round(medianSeconds / 60)} min`;
}

import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { lineKey } from "#lib/records/lines";
import { type Asked, instantText, said } from "#lib/records/parts/part";
import { endsOf } from "#lib/records/parts/window";
import type { RecordLine } from "#lib/records/views";
import { counted, dayWords, listWords, spanWords } from "#lib/records/words";
import { holidaysOf } from "#lib/rotations/load/holidays";
import { type Load, loadOf } from "#lib/rotations/load/load";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Shift, Span, Watch } from "#lib/rotations/rotation";
import { joinedSpans } from "#lib/rotations/spans";
import { loadWatches } from "#lib/rotations/watches";

type Rotation = { id: string; slug: string; name: string };
/** A rotation with the watches that the person stood in it, in order. */
export type Stood = Rotation & { shifts: Shift[] };

/** What was stood in a span: a line for each rotation, and one for each watch that was taken over. */
export async function findWatches(
  asked: Asked,
): Promise<{ lines: RecordLine[]; covered: RecordLine[]; stood: Stood[] }> {
  const [rotations, origins, carrier] = await Promise.all([
    listRotations(asked),
    listOrigins(asked),
    findCarrier(asked),
  ]);
  const ids = rotations.map(({ id }) => id);
  const { byRotation } = await loadWatches(ids, asked.span);
  const found = rotations.flatMap((rotation) => {
    const watch = byRotation.get(rotation.id);
    const shifts = watch
      ? resolveRoster(watch, asked.span).shifts.filter(({ person }) => person === asked.personId)
      : [];
    return watch && shifts.length > 0 ? [{ rotation, watch, shifts }] : [];
  });
  return {
    lines: found.map(({ rotation, watch, shifts }) =>
      rotationLine(rotation, shifts, loadIn(watch, shifts, carrier, asked), asked),
    ),
    covered: found.flatMap(({ rotation, watch, shifts }) => coveredLines(rotation, watch, shifts, origins, asked)),
    stood: found.map(({ rotation, shifts }) => ({ ...rotation, shifts })),
  };
}

function listRotations({ personId, span }: Asked): Promise<Rotation[]> {
  const [from, to] = endsOf(span);
  return readRows<Rotation>(sql`
    select r.id, r.slug, r.name from rotations r
    where r.id in (
      select v.rotation_id from rotation_versions v where v.participant_ids @> array[${personId}::uuid]
        and v.starts_at < ${to} and (v.ends_at is null or v.ends_at > ${from})
      union
      select o.rotation_id from overrides o where o.person_id = ${personId}::uuid and o.starts_at < ${to} and o.ends_at > ${from})
    order by lower(r.name), r.id`);
}

async function listOrigins({ personId, span }: Asked): Promise<Map<string, string>> {
  const [from, to] = endsOf(span);
  const rows = await readRows<{ id: string; origin: string }>(sql`
    select id, origin from overrides where person_id = ${personId}::uuid and starts_at < ${to} and ends_at > ${from}`);
  return new Map(rows.map(({ id, origin }) => [id, origin]));
}

type Carrier = { timeZone: string | null; holidays: Set<string> | undefined };

async function findCarrier({ personId, span }: Asked): Promise<Carrier> {
  const [person] = await readRows<{ id: string; timeZone: string | null; holidayRegion: string | null }>(sql`
    select id, time_zone as "timeZone", holiday_region as "holidayRegion" from people where id = ${personId}::uuid`);
  const days = person && (await holidaysOf([person], span)).get(person.id);
  return { timeZone: person?.timeZone ?? null, holidays: days && new Set(days.map(({ day }) => day)) };
}

/** Nights, weekends and holidays by the person's own clocks; by those of the rotation where nobody said which. */
function loadIn(watch: Watch, shifts: readonly Shift[], { timeZone, holidays }: Carrier, { personId, span }: Asked) {
  const zone = timeZone ?? watch.versions.at(-1)?.layers[0]?.timeZone ?? "UTC";
  const person = { id: personId, name: "", timeZone: zone, holidays: holidays ?? new Set<string>() };
  // What would have been is not asked here: whom somebody stood in for stands in lines of its own.
  const [load] = loadOf({ shifts, planned: [], people: [person], window: span });
  return load;
}

function rotationLine(
  rotation: Rotation,
  shifts: readonly Shift[],
  load: Load | undefined,
  { timeZone }: Asked,
): RecordLine {
  const watches = joinedSpans(shifts);
  const [first, last] = [watches[0], watches.at(-1)];
  const days =
    first && last
      ? [dayWords(`${first.from}`, timeZone), dayWords(`${last.to.subtract({ minutes: 1 })}`, timeZone)]
      : [];
  const parts = load
    ? [
        load.nights.count > 0 && counted(load.nights.count, "night"),
        load.weekendDays.count > 0 && counted(load.weekendDays.count, "weekend day"),
        load.holidays.count > 0 && counted(load.holidays.count, "public holiday"),
      ].filter((part) => part !== false)
    : [];
  return {
    key: lineKey("rotation", rotation.id),
    title: rotation.name,
    href: `/rotations/${rotation.slug}`,
    says: [
      said(`${counted(watches.length, "watch", "watches")}, from ${days[0]} to ${days[1]}.`),
      ...(parts.length > 0 ? [said(`They touched ${listWords(parts)}.`)] : []),
    ],
    at: instantText(last?.to ?? "1970-01-01T00:00Z"),
  };
}

/** A swap moves one's own watch and is none; whom somebody stood in for is nobody's business here. */
function coveredLines(
  { name, slug }: Rotation,
  watch: Watch,
  shifts: readonly Shift[],
  origins: ReadonlyMap<string, string>,
  { personId, timeZone }: Asked,
): RecordLine[] {
  const own = Map.groupBy(shifts, ({ override }) => override);
  const taken = [...own].filter(([override]) => override !== null && origins.get(override) !== "swapped");
  if (taken.length === 0) return [];
  const layers = { ...watch, overrides: [] };
  return taken.flatMap(([override, parts]) => {
    const others = parts.filter((part) => !isOwnAnyway(part, layers, personId));
    const [from, to] = [others[0]?.from, others.at(-1)?.to];
    if (!override || !from || !to) return [];
    const why = origins.get(override) === "claimed" ? ", when a colleague asked for cover" : "";
    const says = [said(`${spanWords(`${from}`, `${to}`, timeZone)}${why}.`)];
    return [{ key: lineKey("covered", override), title: name, href: `/rotations/${slug}`, says, at: instantText(to) }];
  });
}

/** Whether the layers alone would have given all of a watch to this person. */
function isOwnAnyway({ from, to }: Span, layers: Watch, personId: string): boolean {
  const { shifts, gaps } = resolveRoster(layers, { from, to });
  return gaps.length === 0 && shifts.every(({ person }) => person === personId);
}

import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { uuids } from "#lib/order";
import { lineKey, mostLines } from "#lib/records/lines";
import { type Asked, instantText, said } from "#lib/records/parts/part";
import type { Stood } from "#lib/records/parts/watches";
import { endsOf, iso } from "#lib/records/parts/window";
import type { RecordLine } from "#lib/records/views";
import { spanWords } from "#lib/records/words";
import type { Span } from "#lib/rotations/rotation";
import { clipped } from "#lib/rotations/spans";

type Row = { id: string; rotationId: string; slug: string; name: string; person: string; from: string; to: string };

/** The watches of a span that somebody shadowed, each as far as it has been. */
export async function findShadowed({ personId, span, timeZone }: Asked): Promise<RecordLine[]> {
  const [from, to] = endsOf(span);
  const rows = await readRows<Row>(sql`
    select h.id, r.id as "rotationId", r.slug, r.name, p.name as person, ${iso("h.starts_at")} as from,
      ${iso("h.ends_at")} as to
    from shadows h join rotations r on r.id = h.rotation_id join people p on p.id = h.person_id
    where h.person_id = ${personId}::uuid and h.starts_at < ${to} and h.ends_at > ${from}
    order by h.starts_at desc, h.id limit ${mostLines + 1}`);
  return rows.flatMap((row) => {
    const [part] = clipped([spanOf(row)], span);
    return part ? [lineOf("shadow", row, part, `Beside whoever stood it, ${words(part, timeZone)}.`)] : [];
  });
}

/** Those who shadowed somebody's watches: where the time of a shadow met a watch of theirs. */
export async function findLed({ personId, span, timeZone }: Asked, stood: readonly Stood[]): Promise<RecordLine[]> {
  if (stood.length === 0) return [];
  const [from, to] = endsOf(span);
  const rows = await readRows<Row>(sql`
    select h.id, r.id as "rotationId", r.slug, r.name, p.name as person, ${iso("h.starts_at")} as from,
      ${iso("h.ends_at")} as to
    from shadows h join rotations r on r.id = h.rotation_id join people p on p.id = h.person_id
    where h.rotation_id = any(${uuids(stood.map(({ id }) => id))}) and h.person_id <> ${personId}::uuid
      and h.starts_at < ${to} and h.ends_at > ${from}
    order by h.starts_at desc, h.id limit 1000`);
  // Counted in milliseconds: a shadow is held against every watch of two years.
  const shifts = new Map(stood.map((one) => [one.id, one.shifts.map((shift) => ({ shift, ...momentsOf(shift) }))]));
  return rows.flatMap((row) => {
    const shadow = { span: spanOf(row), ...momentsOf(spanOf(row)) };
    const near = (shifts.get(row.rotationId) ?? []).filter((one) => one.begin < shadow.end && one.end > shadow.begin);
    const met = clipped(
      near.map(({ shift }) => shift),
      shadow.span,
    );
    const [first, last] = [met[0], met.at(-1)];
    if (!first || !last) return [];
    const part = { from: first.from, to: last.to };
    return [lineOf("led", row, part, `${row.person} stood beside them, ${words(part, timeZone)}.`)];
  });
}

const momentsOf = ({ from, to }: Span) => ({ begin: from.epochMilliseconds, end: to.epochMilliseconds });
const spanOf = ({ from, to }: Row) => ({ from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) });
const words = ({ from, to }: { from: Temporal.Instant; to: Temporal.Instant }, timeZone: string) =>
  spanWords(`${from}`, `${to}`, timeZone);

function lineOf(kind: "shadow" | "led", row: Row, { to }: { to: Temporal.Instant }, text: string): RecordLine {
  const { id, slug, name } = row;
  return { key: lineKey(kind, id), title: name, href: `/rotations/${slug}`, says: [said(text)], at: instantText(to) };
}

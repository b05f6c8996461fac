import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { signatureUrl } from "#lib/documents/addresses";
import { lineKey, mostLines } from "#lib/records/lines";
import { type Asked, instantText, said } from "#lib/records/parts/part";
import { iso, isWithin } from "#lib/records/parts/window";
import type { RecordLine } from "#lib/records/views";
import { dayWords } from "#lib/records/words";

type Row = {
  id: string;
  slug: string;
  meaning: string;
  service: { slug: string; name: string };
  createdAt: string;
  changedAt: string;
  isNew: boolean;
  matches: { at: string; summary: string }[];
};

const shown = 3;

/** The signatures that somebody wrote in a span, and those of theirs that were right about an alert in it. */
export async function findSignatures({ personId, span, timeZone }: Asked): Promise<RecordLine[]> {
  const rows = await readRows<Row>(sql`
    with own as (select * from signatures where person_id = ${personId}::uuid),
    hit as (select m.signature_id as id, max(m.at) as last_at from own join signature_matches m on m.signature_id = own.id
      where ${isWithin(sql`m.at`, span)} and m.at >= own.created_at group by m.signature_id),
    chosen as (
      select own.*, ${isWithin(sql`own.changed_at`, span)} as is_new,
        greatest(hit.last_at, case when ${isWithin(sql`own.changed_at`, span)} then own.changed_at end) as last_at
      from own left join hit on hit.id = own.id where hit.id is not null or ${isWithin(sql`own.changed_at`, span)}
      order by last_at desc, own.id limit ${mostLines + 1}
    )
    select c.id, c.slug, c.meaning, json_build_object('slug', s.slug, 'name', s.name) as service,
      ${iso("c.created_at")} as "createdAt", ${iso("c.changed_at")} as "changedAt", c.is_new as "isNew",
      coalesce((select json_agg(one) from (
        select m.at, a.summary from signature_matches m join alerts a on a.id = m.alert_id
        where m.signature_id = c.id and m.at >= c.created_at and ${isWithin(sql`m.at`, span)}
        order by m.at desc limit ${shown + 1}) one), '[]') as matches
    from chosen c join services s on s.id = c.service_id order by c.last_at desc, c.id`);
  return rows.map((row) => lineOf(row, timeZone));
}

function lineOf({ id, slug, meaning, service, matches, ...times }: Row, timeZone: string): RecordLine {
  const { createdAt, changedAt, isNew } = times;
  const isLater = matches.length > shown;
  const alerts = matches.slice(0, shown).map(({ at, summary }) => `“${summary}” on ${dayWords(at, timeZone)}`);
  const latest = [matches[0]?.at, isNew ? changedAt : undefined].filter((at) => at !== undefined).map(instantText);
  return {
    key: lineKey("signature", id),
    title: meaning,
    href: signatureUrl({ slug, service }),
    says: [
      said(`Of ${service.name}, written on ${dayWords(createdAt, timeZone)}.`),
      ...(alerts.length > 0
        ? [said(`${alerts.join("; ")}${isLater ? "; and earlier ones" : ""}.`, "It was right about")]
        : []),
    ],
    at: latest.toSorted().at(-1) ?? "",
  };
}

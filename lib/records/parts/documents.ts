import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentKind } from "#lib/documents/views";
import { lineKey, mostLines } from "#lib/records/lines";
import { type Asked, instantText, said } from "#lib/records/parts/part";
import { isWithin } from "#lib/records/parts/window";
import type { RecordLine, Saying } from "#lib/records/views";
import { dayWords, firstOf, listWords } from "#lib/records/words";

type Row = {
  id: string;
  kind: DocumentKind;
  slug: string;
  title: string;
  service: { slug: string; name: string };
  /** ISO instants of revisions that said something new, and of own reviews. */
  written: { at: string; summary: string | null }[];
  reviewed: string[];
  /** Steps that others marked as worked. */
  worked: { at: string; step: string; by: string }[];
};

const shown = 4;
const longest = 60;

/** The documents that somebody wrote in a span, or wrote before and of which a step worked for somebody else in it. */
export async function findDocuments({ personId, span, timeZone }: Asked): Promise<RecordLine[]> {
  const person = sql`${personId}::uuid`;
  const rows = await readRows<Row>(sql`
    with own as (select document_id as id, max(at) filter (where ${isWithin(sql`at`, span)}) as wrote_at, min(at) as since
      from document_revisions where person_id = ${person} and is_substantial group by document_id),
    used as (
      select m.document_id as id, max(m.at) as used_at,
        json_agg(json_build_object('at', m.at, 'step', m.step, 'by', p.name) order by m.at desc, m.id) as worked
      from own join step_marks m on m.document_id = own.id join people p on p.id = m.person_id
      where m.verdict = 'worked' and m.withdrawn_at is null and m.person_id <> ${person} and m.at >= own.since
        and ${isWithin(sql`m.at`, span)}
      group by m.document_id
    ),
    chosen as (
      select own.id, used.worked, greatest(own.wrote_at, used.used_at) as last_at
      from own left join used on used.id = own.id where own.wrote_at is not null or used.id is not null
      order by last_at desc, own.id limit ${mostLines + 1}
    )
    select d.id, d.kind, d.slug, d.title, json_build_object('slug', s.slug, 'name', s.name) as service,
      coalesce((select json_agg(json_build_object('at', r.at, 'summary', r.summary) order by r.number desc)
        from document_revisions r where r.document_id = d.id and r.person_id = ${person} and r.is_substantial
          and ${isWithin(sql`r.at`, span)}), '[]') as written,
      coalesce((select json_agg(v.at order by v.at desc) from document_reviews v
        where v.document_id = d.id and v.person_id = ${person} and ${isWithin(sql`v.at`, span)}), '[]') as reviewed,
      coalesce(c.worked, '[]') as worked
    from chosen c join documents d on d.id = c.id join services s on s.id = d.service_id
    order by c.last_at desc, d.id`);
  return rows.map((row) => lineOf(row, timeZone));
}

function lineOf({ id, title, written, reviewed, worked, ...address }: Row, timeZone: string): RecordLine {
  const what = address.kind === "runbook" ? "Runbook" : "Architecture note";
  const latest = [written[0]?.at, worked[0]?.at].filter((at) => at !== undefined).map(instantText);
  return {
    key: lineKey("document", id),
    title,
    href: documentUrl(address),
    says: [
      said(`${what} of ${address.service.name}.`),
      ...writtenWords(written, timeZone),
      ...(reviewed.length > 0 ? [said(`${daysOf(reviewed, timeZone)}.`, "Confirmed")] : []),
      ...(worked.length > 0 ? [said(`${workedWords(worked, timeZone)}.`, "Worked for others")] : []),
    ],
    at: latest.toSorted().at(-1) ?? "",
  };
}

function writtenWords(written: Row["written"], timeZone: string): Saying[] {
  if (written.length === 0) return [];
  const saves = written.map(({ at, summary }) => `${dayWords(at, timeZone)}${summary ? ` (“${summary}”)` : ""}`);
  return [said(`${firstOf([...new Set(saves)], shown)}.`, "Written")];
}

const daysOf = (instants: readonly string[], timeZone: string) =>
  firstOf([...new Set(instants.map((at) => dayWords(at, timeZone)))], shown);

/** Each step once, with who found that it worked and when that was last. */
function workedWords(worked: Row["worked"], timeZone: string): string {
  const steps = [...Map.groupBy(worked, ({ step }) => step)].map(([step, marks]) => {
    const names = [...new Set(marks.map(({ by }) => by))];
    const people = names.length > 3 ? "several people" : listWords(names);
    return `“${shortened(step)}” for ${people}, last on ${dayWords(marks[0]?.at ?? "", timeZone)}`;
  });
  return steps.length <= 3 ? steps.join("; ") : `${steps.slice(0, 3).join("; ")}; and others`;
}

/** A step as it is remembered: its first words, without the command that may follow them. */
function shortened(step: string): string {
  if (step.length <= longest) return step;
  return `${step.slice(0, longest).replace(/[\s:,;]+\S*$/, "")}…`;
}

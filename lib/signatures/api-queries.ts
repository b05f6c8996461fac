import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf } from "#lib/order";

/** A signature as the API shows it: everything that a PUT takes, and what only an answer has. */
export type SignatureAnswer = {
  pattern: string;
  labels: Record<string, string>;
  meaning: string;
  cause: string;
  confirm: string;
  firstStep: string;
  runbook: string | null;
  slug: string;
  service: string;
  author: string;
  createdAt: string;
  changedAt: string;
  retiredAt: string | null;
};

const columns = sql`x.pattern, x.labels, x.meaning, x.cause, x.confirm, x.first_step as "firstStep",
  d.slug || coalesce('#' || x.runbook_anchor, '') as runbook, x.slug, s.slug as service,
  coalesce(p.email, p.handle, x.actor) as author, to_json(x.created_at) #>> '{}' as "createdAt",
  to_json(x.changed_at) #>> '{}' as "changedAt", to_json(x.retired_at) #>> '{}' as "retiredAt"`;

const tables = sql`signatures x join services s on s.id = x.service_id left join documents d on d.id = x.runbook_id
  left join people p on p.id = x.person_id`;

const serviceAt = (slug: string): SQL => sql`s.id = coalesce((select id from services where slug = ${slug}),
  (select thing from former_addresses where noun = 'service' and address = ${slug}))`;

/** One signature, retired ones included; undefined when there is none at this address. */
export async function findSignatureAnswer(
  viewer: Viewer,
  service: string,
  slug: string,
): Promise<SignatureAnswer | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<SignatureAnswer>(
    sql`select ${columns} from ${tables} where x.slug = ${slug} and ${serviceAt(service)}`,
  );
  return row;
}

const byMeaning: Order = [
  { value: sql`lower(x.meaning)`, as: "text" },
  { value: sql`x.id`, as: "uuid" },
];

/** A part of the living signatures of a service, by their meaning. */
export async function listSignatureAnswers(
  viewer: Viewer,
  service: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Part<SignatureAnswer>> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<SignatureAnswer & SortValues>(sql`
    select ${columns}, ${selectSortValues(byMeaning)} from ${tables}
    where ${serviceAt(service)} and x.retired_at is null and ${isAfter(byMeaning, cursor)}
    order by ${orderBy(byMeaning)} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byMeaning), ({ sort0: _, sort1: __, ...answer }) => answer);
}

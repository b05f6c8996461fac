import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf } from "#lib/order";
import { instantAnswer } from "#lib/rotations/answers/watch-answers";
import { listRequestsById } from "#lib/rotations/roster-queries";
import type { Span } from "#lib/rotations/rotation";
import type { CoverRequestView, OverrideView } from "#lib/rotations/views";

/** An override as the API shows it; people are named by e-mail, or by handle. */
export type OverrideAnswer = {
  id: string;
  from: string;
  to: string;
  person: string;
  origin: OverrideView["origin"];
  reason: string | null;
  createdBy: string | null;
  createdAt: string;
};

type Listed = Span & { cursor?: string | undefined; limit: number };
type OverrideRow = OverrideAnswer & SortValues & { personId: string; teamId: string };

/** A half that is trimmed later falls into parts; a swap that was just made has two. */
const mostOfSwap = 200;

const byBeginning = (table: string): Order => [
  { value: sql.raw(`${table}.starts_at`), as: "timestamptz" },
  { value: sql.raw(`${table}.id`), as: "uuid" },
];
const overrideOrder = byBeginning("o");
const requestOrder = byBeginning("c");

/** A part of the overrides of a rotation that meet a window, in the order of their beginnings. */
export async function listOverrideAnswers(
  viewer: Viewer,
  rotationId: string,
  { cursor, limit, ...window }: Listed,
): Promise<Part<OverrideAnswer>> {
  const condition = sql`${meets("o", rotationId, window)} and ${isAfter(overrideOrder, cursor)}`;
  const rows = await listOverrideRows(viewer, condition, limit + 1);
  return partOf(rows, limit, sortValuesOf(overrideOrder), (row) => overrideAnswer(viewer, row));
}

/** One override, or undefined when there is none. */
export async function findOverrideAnswer(viewer: Viewer, id: string): Promise<OverrideAnswer | undefined> {
  const [row] = await listOverrideRows(viewer, sql`o.id = ${id}::uuid`, 1);
  return row && overrideAnswer(viewer, row);
}

/** The overrides that a swap made, in the order of their beginnings. */
export async function listSwapAnswers(viewer: Viewer, swapId: string): Promise<OverrideAnswer[]> {
  const rows = await listOverrideRows(viewer, sql`o.swap_id = ${swapId}::uuid`, mostOfSwap);
  return rows.map((row) => overrideAnswer(viewer, row));
}

function listOverrideRows(viewer: Viewer, condition: SQL, limit: number): Promise<OverrideRow[]> {
  authorize(viewer, "catalog:read");
  return readRows<OverrideRow>(sql`
    select o.id, ${iso("o.starts_at")} as "from", ${iso("o.ends_at")} as "to", ${person("p")} as person, o.origin,
      o.reason, ${person("a")} as "createdBy",
      ${iso("o.created_at")} as "createdAt", o.person_id as "personId", r.team_id as "teamId",
      ${selectSortValues(overrideOrder)}
    from overrides o join rotations r on r.id = o.rotation_id join people p on p.id = o.person_id
      left join people a on a.id = o.created_by_id
    where ${condition} order by ${orderBy(overrideOrder)} limit ${limit}`);
}

function overrideAnswer(viewer: Viewer, { personId, teamId, ...row }: OverrideRow): OverrideAnswer {
  const maySeeReason = can(viewer, "rotation:reasons", { teamIds: [teamId], personId });
  return {
    id: row.id,
    from: instantAnswer(row.from),
    to: instantAnswer(row.to),
    person: row.person,
    origin: row.origin,
    reason: maySeeReason ? row.reason : null,
    createdBy: row.createdBy,
    createdAt: instantAnswer(row.createdAt),
  };
}

/** A request for cover as the API shows it. */
export type CoverRequestAnswer = Omit<
  CoverRequestView,
  "rotation" | "person" | "claimedBy" | "canClaim" | "canWithdraw"
> & { rotation: string; person: string; claimedBy: string | null };

/** A part of the requests for cover of a rotation that meet a window, in the order of their beginnings. */
export async function listCoverRequestAnswers(
  viewer: Viewer,
  rotationId: string,
  { cursor, limit, ...window }: Listed,
): Promise<Part<CoverRequestAnswer>> {
  authorize(viewer, "catalog:read");
  const ids = await readRows<{ id: string } & SortValues>(sql`
    select c.id, ${selectSortValues(requestOrder)} from cover_requests c
    where ${meets("c", rotationId, window)} and ${isAfter(requestOrder, cursor)}
    order by ${orderBy(requestOrder)} limit ${limit + 1}`);
  const part = partOf(ids, limit, sortValuesOf(requestOrder), ({ id }) => id);
  return { ...part, items: (await listRequestsById(viewer, part.items)).map(requestAnswer) };
}

/** One request, or undefined when there is none. */
export async function findCoverRequestAnswer(viewer: Viewer, id: string): Promise<CoverRequestAnswer | undefined> {
  const [request] = await listRequestsById(viewer, [id]);
  return request && requestAnswer(request);
}

function requestAnswer(view: CoverRequestView): CoverRequestAnswer {
  return {
    id: view.id,
    rotation: view.rotation.slug,
    person: view.person.address,
    from: instantAnswer(view.from),
    to: instantAnswer(view.to),
    spans: view.spans,
    reason: view.reason,
    status: view.status,
    claimedBy: view.claimedBy?.address ?? null,
    createdAt: instantAnswer(view.createdAt),
  };
}

function meets(table: string, rotationId: string, { from, to }: Span): SQL {
  const [starts, ends] = [sql.raw(`${table}.starts_at`), sql.raw(`${table}.ends_at`)];
  return sql`${sql.raw(table)}.rotation_id = ${rotationId}::uuid
    and ${starts} < ${to.toString()}::timestamptz and ${ends} > ${from.toString()}::timestamptz`;
}

const iso = (column: string) => sql.raw(`to_json(${column}) #>> '{}'`);
const person = (table: string) => sql.raw(`coalesce(${table}.email, ${table}.handle)`);

import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { type AddressValues, readAddress } from "#lib/address-values";
import { authorize, type Viewer } from "#lib/auth/policy";
import { MatrixFilter, type MatrixSort } from "#lib/coverage/filter";
import { type CheckShare, type Counted, sumUp } from "#lib/coverage/masks";
import { instantOf, missingToNext, type Scope, withMeasured } from "#lib/coverage/statements";
import type { Part } from "#lib/cursor";
import { partOf } from "#lib/cursor";
import { Invalid } from "#lib/errors";
import { isAfter, type Order, orderBy, type SortValues, selectSortValues, sortNames, sortValuesOf } from "#lib/order";
import type { Ref } from "#lib/rotations/views";

/** One service of the matrix. Bit n of `met` and `notMet` stands for check n. */
export type MatrixRow = Ref & {
  tier: number | null;
  customerFacing: boolean | null;
  team: Ref | null;
  /** How many levels are reached; null: nobody has measured it yet. */
  level: number | null;
  met: number;
  notMet: number;
};

/** What stands over the columns, of all services that the filter leaves. */
export type MatrixHeads = { total: number; unmeasured: number; levels: number[]; shares: CheckShare[] };

export type MatrixView = {
  filter: MatrixFilter;
  /** What of the address was not understood, in words. */
  problems: string[];
  heads: MatrixHeads;
  services: Part<MatrixRow>;
  /** When all services were measured last before the instant that is shown; an ISO instant, null: never. */
  measuredAt: string | null;
};

const defaultLimit = 50;

/** The matrix as an address asks for it. What of the address makes no sense is named in `problems` and left out. */
export async function browseMatrix(viewer: Viewer, scope: Scope, values: AddressValues): Promise<MatrixView> {
  const { filter, problems } = readAddress(MatrixFilter, values);
  const [heads, services, measuredAt] = await Promise.all([
    findMatrixHeads(viewer, scope, filter),
    listPart(viewer, scope, filter, problems),
    findLastRun(viewer, scope),
  ]);
  return { filter, problems, heads, services, measuredAt };
}

async function listPart(viewer: Viewer, scope: Scope, filter: MatrixFilter, problems: string[]) {
  try {
    return await listMatrix(viewer, scope, filter);
  } catch (error) {
    if (!(error instanceof Invalid) || filter.cursor === undefined) throw error;
    problems.push("cursor: The place in the list is not known any more; this is its beginning.");
    return listMatrix(viewer, scope, { ...filter, cursor: undefined });
  }
}

/** A part of the services of `scope` that `filter` leaves, with what was measured of them. */
export async function listMatrix(viewer: Viewer, scope: Scope, filter: MatrixFilter): Promise<Part<MatrixRow>> {
  authorize(viewer, "coverage:read");
  const { limit = defaultLimit } = filter;
  const order = orders[filter.sort ?? "tier"];
  const rows = await readRows<MatrixRow & SortValues>(sql`
    with recursive ${withMeasured(scope, filter)}, hits as materialized (
      select m.*, ${selectSortValues(order)} from measured m where ${isAfter(order, filter.cursor)}
      order by ${orderBy(order)} limit ${limit + 1}
    )
    select m.slug, m.name, m.tier, m.customer_facing as "customerFacing", m.level, m.met, m.not_met as "notMet",
      case when t.id is not null then json_build_object('slug', t.slug, 'name', t.name) end as team, ${sortNames(order)}
    from hits m left join teams t on t.id = m.team_id order by ${orderBy(order)}`);
  return partOf(rows, limit, sortValuesOf(order), (row) => {
    const { slug, name, tier, customerFacing, team, level, met, notMet } = row;
    return { slug, name, tier, customerFacing, team, level, met, notMet };
  });
}

/** How all services that `filter` leaves stand, by level and by check. Their number does not change what it costs much. */
export async function findMatrixHeads(viewer: Viewer, scope: Scope, filter: MatrixFilter): Promise<MatrixHeads> {
  authorize(viewer, "coverage:read");
  const groups = await readRows<Counted>(sql`
    with recursive ${withMeasured(scope, filter)}
    select m.level, m.met, m.not_met as "notMet", count(*)::int as count from measured m group by 1, 2, 3`);
  return sumUp(groups);
}

/** When a daily run that was finished by then had measured all services; null before the first. */
export async function findLastRun(viewer: Viewer, { at }: Scope): Promise<string | null> {
  authorize(viewer, "coverage:read");
  const [row] = await readRows<{ at: string }>(sql`
    select to_json(at) #>> '{}' as at from coverage_runs
    where ${at ? sql`finished_at <= ${instantOf(at)}` : sql`finished_at is not null`} order by day desc limit 1`);
  return row?.at ?? null;
}

const byName = { value: sql`lower(m.name)`, as: "text" } as const;
const byId = { value: sql`m.id`, as: "uuid" } as const;
// As the index of services by tier has it: the most important are found without looking at the others.
const byTier = { value: sql`coalesce(m.tier, 5)`, as: "numeric" } as const;
const byMissing = { value: missingToNext, as: "numeric" } as const;

/** The orders of the matrix, each ending with what is unique. */
export const orders: Record<MatrixSort, Order> = {
  name: [byName, byId],
  tier: [byTier, byName, byId],
  level: [{ value: sql`coalesce(m.level, -1)`, as: "numeric" }, byTier, byName, byId],
  nearest: [byMissing, byTier, byName, byId],
};

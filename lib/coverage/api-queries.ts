import "server-only";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { readRows } from "#db/client";
import type { CoverageAnswer } from "#lib/api/coverage";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Check, checks, levels } from "#lib/coverage/checks";
import type { MatrixFilter } from "#lib/coverage/filter";
import { orders } from "#lib/coverage/matrix-queries";
import { type Scope, snapshotOf, withMeasured } from "#lib/coverage/statements";
import { type Part, partOf } from "#lib/cursor";
import { isAfter, orderBy, type SortValues, selectSortValues, sortNames, sortValuesOf } from "#lib/order";

export type CoverageItem = z.output<typeof CoverageAnswer>;

type Row = Omit<CoverageItem, "level" | "checks"> & { level: number | null; checks: Check[] | null };

const [defaultLimit, partOfAll] = [50, 500];
const unmeasured = "Nobody has measured it yet.";

/** A part of the services that `filter` leaves, with every check in words, as it is or was at `at`. */
export async function listCoverageItems(
  viewer: Viewer,
  filter: MatrixFilter,
  at: Temporal.Instant | undefined,
): Promise<Part<CoverageItem>> {
  authorize(viewer, "coverage:read");
  const { limit = defaultLimit } = filter;
  const order = orders[filter.sort ?? "name"];
  const scope: Scope = { at };
  const rows = await readRows<Row & SortValues>(sql`
    with recursive ${withMeasured(scope, filter)}, hits as materialized (
      select m.*, ${selectSortValues(order)} from measured m where ${isAfter(order, filter.cursor)}
      order by ${orderBy(order)} limit ${limit + 1}
    )
    select m.slug as service, m.name, t.slug as team, m.tier, m.customer_facing as "customerFacing", m.level,
      to_json(c.starts_at) #>> '{}' as "measuredAt", c.checks, ${sortNames(order)}
    from hits m left join teams t on t.id = m.team_id left join lateral ${snapshotOf(sql`m.id`, at)} c on true
    order by ${orderBy(order)}`);
  return partOf(rows, limit, sortValuesOf(order), itemOf);
}

/** All of them, part by part. */
export async function* eachCoverageItem(
  viewer: Viewer,
  filter: MatrixFilter,
  at: Temporal.Instant | undefined,
): AsyncGenerator<CoverageItem[]> {
  let cursor: string | undefined;
  do {
    const part = await listCoverageItems(viewer, { ...filter, cursor, limit: partOfAll }, at);
    yield part.items;
    cursor = part.nextCursor ?? undefined;
  } while (cursor);
}

function itemOf({ service, name, team, tier, customerFacing, measuredAt, level, checks: found }: Row): CoverageItem {
  return {
    ...{ service, name, team, tier, customerFacing, measuredAt },
    level: levels[(level ?? 0) - 1] ?? null,
    checks: checks.map(({ kind, level: of, asks }) => {
      const check = found?.find((one) => one.check === kind);
      const { state, says, at } = check ?? { state: "not_measured" as const, says: unmeasured, at: null };
      return { check: kind, level: of, asks, state, says, at };
    }),
  };
}

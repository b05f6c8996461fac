import { atOnce, type Limits } from "#bin/bench/limits";
import { type Load, measureWarm, type Outcome } from "#bin/bench/load";
import type { RunningServer } from "#bin/bench/server";
import type { Stage } from "#bin/bench/stage";
import { milliseconds, percent, perSecond, type Row, scaled, times } from "#bin/bench/table";

/** The reads of the catalog over the API, on one stage. */
export type CatalogMeasures = {
  /** Rates 16 at a time of a handler that does nothing and of one service by name, taken in turn. */
  empty: number;
  byName: number;
  list: Outcome;
  listRate: number;
  /** Medians one at a time, for the growth. */
  alone: { byName: number; list: number; facets: number };
};

const seconds = 4;
const rounds = 3;
const words = [
  "ledger",
  "basket",
  "relay",
  "parcel watcher",
  "tarif",
  "mobile",
  "refund",
  "chekout",
  "warehouse",
  "night",
];

export async function measureCatalog({ slugs, token }: Stage, { origin }: RunningServer): Promise<CatalogMeasures> {
  const headers = { authorization: `Bearer ${token}` };
  const ask = (paths: string[], more: Partial<Load> = {}) =>
    measureWarm({ origin, headers, paths, atOnce, seconds, ...more });
  const one = { atOnce: 1, requests: 300, seconds: 10 };

  const spread = slugs.filter((_, index) => index % Math.max(1, Math.floor(slugs.length / 1_000)) === 0);
  const byName = spread.map((slug) => `/api/v1/services/${slug}`);
  const list = words.map((word) => `/api/v1/services?query=${encodeURIComponent(word)}&sort=name&facets=true`);
  const plainList = words.map((word) => `/api/v1/services?query=${encodeURIComponent(word)}&sort=name`);
  const facets = ["/api/v1/services?limit=1&facets=true"];

  // In turn, so that whatever else the machine does meets both alike; the middle round counts.
  const pairs: { empty: number; byName: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { rate: empty } = await ask(["/api/health/live"]);
    const { rate } = await ask(byName);
    pairs.push({ empty, byName: rate });
  }
  const middle = pairs.toSorted((a, b) => a.byName / a.empty - b.byName / b.empty)[Math.floor(rounds / 2)];
  return {
    ...(middle ?? { empty: 0, byName: 0 }),
    list: await ask(list, one),
    listRate: (await ask(list)).rate,
    alone: {
      byName: (await ask(byName, one)).p50,
      list: (await ask(plainList, one)).p50,
      facets: (await ask(facets, one)).p50,
    },
  };
}

export function catalogRows(measures: CatalogMeasures, limits: Limits): Row[] {
  const { empty, byName, list, listRate } = measures;
  const slower = scaled(limits);
  return [
    {
      what: "one service by name, 16 at a time",
      measured: perSecond(byName),
      target: "70 % of an empty handler",
      limit: `${perSecond(empty)} empty handler`,
      ratio: percent(byName / empty),
      holds: byName / empty >= 0.7,
    },
    {
      what: "list with search, order, facets: p95 alone",
      measured: milliseconds(list.p95),
      target: "25 ms",
      limit: `${perSecond(limits.requests)} bare node:http`,
      ratio: percent(slower),
      holds: list.p95 <= 25 / slower,
    },
    {
      what: "the same, 16 at a time",
      measured: perSecond(listRate),
      target: "400/s",
      limit: `${perSecond(limits.statements)} single rows`,
      ratio: percent(listRate / limits.statements),
      holds: listRate >= 400 * slower,
    },
  ];
}

/** Medians one at a time on the large stage beside those on one of a tenth. */
export function growthRows(large: CatalogMeasures, small: CatalogMeasures): Row[] {
  const row = (what: string, of: keyof CatalogMeasures["alone"], most: number): Row => {
    const factor = large.alone[of] / small.alone[of];
    return {
      what: `ten times the services: ${what}`,
      measured: `${milliseconds(small.alone[of])} → ${milliseconds(large.alone[of])}`,
      target: `${most} ×`,
      limit: "",
      ratio: times(factor),
      holds: factor <= most,
    };
  };
  return [row("one by name", "byName", 1.5), row("list with search", "list", 1.5), row("facet counts", "facets", 3)];
}

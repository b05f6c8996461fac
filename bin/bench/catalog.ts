import { atOnce, type Limits } from "#bin/bench/limits";
import { type Load, measureWarm, type Outcome } from "#bin/bench/load";
import type { RunningServer } from "#bin/bench/server";
import type { Stage } from "#bin/bench/stage";
import { milliseconds, percent, perSecond, type Row, scaled, times } from "#bin/bench/table";

/** Rates 16 at a time, of a handler that does nothing and of one service by name in turn; and the list as it is read alone. */
type Rates = { empty: number; byName: number; list: number; listAlone: Outcome };
/** Medians one at a time, for the growth. */
type Medians = { byName: number; list: number; facets: number };

const seconds = 4;
const rounds = 3;
const alone = { atOnce: 1, requests: 300, seconds: 10 };
const words = [
  ...["ledger", "basket", "relay", "parcel watcher", "tarif"],
  ...["mobile", "refund", "chekout", "warehouse", "night"],
];

export async function measureRates(stage: Stage, server: RunningServer): Promise<Rates> {
  const ask = asking(stage, server);
  const { byName, list } = pathsOf(stage);
  // In turn, so that whatever else the machine does meets both alike; the middle round counts.
  const pairs: { empty: number; byName: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { rate: empty } = await ask(["/api/health/live"]);
    const { rate } = await ask(byName);
    pairs.push({ empty, byName: rate });
  }
  const middle = pairs.toSorted((a, b) => a.byName / a.empty - b.byName / b.empty)[Math.floor(rounds / 2)];
  const listAlone = await ask(withFacets(list), alone);
  return { ...(middle ?? { empty: 0, byName: 0 }), listAlone, list: (await ask(withFacets(list))).rate };
}

export async function measureMedians(stage: Stage, server: RunningServer): Promise<Medians> {
  const ask = asking(stage, server);
  const { byName, list, facets } = pathsOf(stage);
  return {
    byName: (await ask(byName, alone)).p50,
    // As many rows from the large catalog as from the small one: what is compared is the finding.
    list: (
      await ask(
        list.map((path) => `${path}&limit=10`),
        alone,
      )
    ).p50,
    facets: (await ask(facets, alone)).p50,
  };
}

function pathsOf({ slugs }: Stage) {
  const spread = slugs.filter((_, index) => index % Math.max(1, Math.floor(slugs.length / 1_000)) === 0);
  return {
    byName: spread.map((slug) => `/api/v1/services/${slug}`),
    list: words.map((word) => `/api/v1/services?query=${encodeURIComponent(word)}&sort=name`),
    facets: ["/api/v1/services?limit=1&facets=true"],
  };
}

const withFacets = (paths: string[]) => paths.map((path) => `${path}&facets=true`);

function asking({ token }: Stage, { origin }: RunningServer) {
  const headers = { authorization: `Bearer ${token}` };
  return (paths: string[], more: Partial<Load> = {}) =>
    measureWarm({ origin, headers, paths, atOnce, seconds, ...more });
}

export function catalogRows(rates: Rates, limits: Limits): Row[] {
  const { empty, byName, list, listAlone } = rates;
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
      measured: milliseconds(listAlone.p95),
      target: "25 ms",
      limit: `${perSecond(limits.requests)} bare node:http`,
      ratio: percent(slower),
      holds: listAlone.p95 <= 25 / slower,
    },
    {
      what: "the same, 16 at a time",
      measured: perSecond(list),
      target: "400/s",
      limit: `${perSecond(limits.statements)} single rows`,
      ratio: percent(list / limits.statements),
      holds: list >= 400 * slower,
    },
  ];
}

/** Medians one at a time on the large stage beside those on one of a tenth. */
export function growthRows(large: Medians, small: Medians): Row[] {
  const row = (what: string, of: keyof Medians, most: number): Row => {
    const factor = large[of] / small[of];
    return {
      what: `ten times the services: ${what}`,
      measured: `${milliseconds(small[of])} → ${milliseconds(large[of])}`,
      target: `${most} ×`,
      limit: "",
      ratio: times(factor),
      holds: factor <= most,
    };
  };
  return [row("one by name", "byName", 1.5), row("list with search", "list", 1.5), row("facet counts", "facets", 3)];
}

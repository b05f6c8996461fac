import type { Limits } from "#bin/bench/limits";
import { measureWarm } from "#bin/bench/load";
import type { RunningServer } from "#bin/bench/server";
import { signIn } from "#bin/bench/session";
import { type Stage, withDatabase } from "#bin/bench/stage";
import { judged, type Row } from "#bin/bench/table";
import { systemViewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { listSeats } from "#lib/rotations/seat-queries";

const rounds = 15;

/** Who stands the three watches of every service now: read and resolved in this process, as a page or the pager would. */
export async function seatsRow({ url, slugs }: Stage, limits: Limits): Promise<Row> {
  const viewer = systemViewer("Bench");
  const times = await withDatabase(url, async () => {
    const taken: number[] = [];
    for (let round = -5; round < rounds; round += 1) {
      const began = performance.now();
      const seats = await listSeats(viewer, "all", now());
      if (round >= 0) taken.push(performance.now() - began);
      if (seats.size !== slugs.length) throw new Error(`Of ${slugs.length} services ${seats.size} have seats.`);
    }
    return taken;
  });
  const what = `who is on call now for ${slugs.length.toLocaleString("en")} services`;
  return judged(what, middleOf(times), 100, limits);
}

/** The page of a rotation with its timeline, whole, one request at a time. */
export async function timelineRow(stage: Stage, { origin }: RunningServer, limits: Limits): Promise<Row> {
  const cookie = await signIn(origin, stage.person);
  const paths = [`/rotations/${stage.rotation}`];
  const { p50 } = await measureWarm({ origin, paths, headers: { cookie }, atOnce: 1, requests: 100, seconds: 10 });
  return judged("timeline of a rotation with 200 versions", p50, 60, limits);
}

const middleOf = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

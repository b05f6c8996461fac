import type { Limits } from "#bin/bench/limits";
import { measureWarm } from "#bin/bench/load";
import type { RunningServer } from "#bin/bench/server";
import { signIn } from "#bin/bench/session";
import type { Stage } from "#bin/bench/stage";
import { judged, type Row } from "#bin/bench/table";
import { now } from "#lib/clock";
import { daysOfPreset } from "#lib/records/span";
import { dayAt } from "#lib/rotations/drawing/days";

/** The record of somebody with a rich past, over two years: the page as a browser gets it, one request at a time. */
export async function recordsRow({ veteran }: Stage, { origin }: RunningServer, limits: Limits): Promise<Row> {
  const cookie = await signIn(origin, veteran);
  const { first, last } = daysOfPreset("two years", dayAt(now(), "Europe/Lisbon"));
  const paths = [`/people/${encodeURIComponent(veteran)}/record?from=${first}&to=${last}`];
  const { p95 } = await measureWarm({ origin, paths, headers: { cookie }, atOnce: 1, requests: 100, seconds: 20 });
  return judged("ownership record over two years, p95", p95, 150, limits);
}

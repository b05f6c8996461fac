import { expect, test } from "vitest";
import { db } from "#db/client";
import { createSnapshot } from "#db/testing/coverage";
import { createService, retireService } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { listLevelSpans } from "#lib/coverage/history-queries";
import { findCoverageOverview } from "#lib/coverage/overview-queries";
import { findServiceCoverage } from "#lib/coverage/service-queries";
import { foundBut } from "#lib/coverage/testing/found";
import { viewerOf } from "#lib/documents/testing/viewers";

testDatabase();

const at = Temporal.Instant.from("2026-03-04T09:00:00Z");
const days = (count: number) => at.subtract({ hours: 24 * count });

async function scene() {
  const { team, lead } = await given.team();
  const viewer = { ...(await viewerOf(lead)), timeZone: "UTC" };
  const service = await createService(db(), { team }, days(400));
  return { team, viewer, service };
}

test("the history of a level joins what was measured alike, keeps gaps, and ends at the instant that is asked for", async () => {
  const { viewer, service } = await scene();
  const [low, high] = [foundBut({ lead: "not_met" }), foundBut()];
  const other = foundBut({ manager: "not_met" });
  await createSnapshot(db(), service, { ...high, from: days(300), to: days(200) });
  await createSnapshot(db(), service, { ...low, from: days(100), to: days(80) });
  await createSnapshot(db(), service, { ...other, from: days(80), to: days(60) });
  await createSnapshot(db(), service, { ...high, from: days(50) });
  const told = async (until: Temporal.Instant) =>
    (await listLevelSpans(viewer, service.id, until)).map(({ from, to, level }) => [
      level,
      Temporal.Instant.from(from).equals(days(100)) ? "first" : "later",
      to === null,
    ]);
  expect(await told(at)).toEqual([
    [0, "first", false],
    [4, "later", true],
  ]);
  expect(await told(days(90))).toEqual([
    [4, "later", false],
    [0, "first", false],
  ]);
});

test("a past day shows the snapshot that held as it closed, and a day that is not over shows the present", async () => {
  const { viewer, service } = await scene();
  await createSnapshot(db(), service, { ...foundBut({ backup: "not_met" }), from: days(30), to: days(10) });
  const shown = async (asked: string | undefined) => {
    const { coverage, day } = await findServiceCoverage(viewer, service, asked, at);
    return [coverage && "recomputed" in coverage.found ? coverage.found.level : "live", day.shown, day.latest];
  };
  expect(await shown("2026-02-15")).toEqual([1, "2026-02-15", "2026-03-03"]);
  for (const asked of [undefined, "2026-03-04", "2999-01-01", "yesterday"])
    expect(await shown(asked), asked).toEqual(["live", undefined, "2026-03-03"]);
  await retireService(db(), service, {}, days(5));
  expect((await findServiceCoverage(viewer, service, undefined, at)).coverage).toBeUndefined();
});

test("a past day of a team tells nothing that is known of the present only", async () => {
  const { viewer, team, service } = await scene();
  await createSnapshot(db(), service, { ...foundBut({ backup: "not_met" }), from: days(30) });
  const present = await findCoverageOverview(viewer, team.id, {}, at);
  expect([present.moves.length, present.day.shown]).toEqual([1, undefined]);
  const past = await findCoverageOverview(viewer, team.id, { at: "2026-02-20", missing: "backup" }, at);
  expect(past).toMatchObject({ moves: [], findings: [], day: { shown: "2026-02-20" }, team: undefined });
  expect(past.conversations).toBeUndefined();
  expect(past.matrix.heads.total).toBe(1);
  const all = await findCoverageOverview(viewer, undefined, { team: team.slug }, at);
  expect([all.team?.slug, all.matrix.heads.total]).toEqual([team.slug, 1]);
});

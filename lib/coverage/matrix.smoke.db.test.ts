import { expect, test } from "vitest";
import { db } from "#db/client";
import { createCoverageRun, createSnapshot, createTally } from "#db/testing/coverage";
import { createPerson, createService, createTeam, retireService, transferService } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import type { CheckKind } from "#lib/coverage/checks";
import type { MatrixFilter } from "#lib/coverage/filter";
import { browseMatrix, findMatrixHeads, listMatrix } from "#lib/coverage/matrix-queries";
import { listMoves } from "#lib/coverage/move-queries";
import type { Scope } from "#lib/coverage/statements";
import { foundBut } from "#lib/coverage/testing/found";
import { compareQuarters, listTrend } from "#lib/coverage/trend-queries";
import { viewerOf } from "#lib/documents/testing/viewers";

testDatabase();

const at = Temporal.Instant.from("2026-03-04T09:00:00Z");
const days = (count: number) => at.subtract({ hours: 24 * count });

async function crew() {
  const lead = await createPerson(db());
  const above = await createTeam(db());
  const team = await createTeam(db(), { lead, parent: above });
  return { viewer: await viewerOf(lead), above, team };
}
const names = async (viewer: Awaited<ReturnType<typeof viewerOf>>, scope: Scope, filter: MatrixFilter) =>
  (await listMatrix(viewer, scope, filter)).items.map(({ name }) => name);

test("a team's matrix holds its services and those of the teams beneath it, with what was measured of each", async () => {
  const { viewer, above, team } = await crew();
  const [proven, unowned] = [foundBut(), foundBut({ lead: "not_met", load: "not_measured" })];
  const here = await createService(db(), { name: "Here", tier: 1, team });
  const up = await createService(db(), { name: "Up", tier: 2, team: above });
  await createService(db(), { name: "New", tier: 3, team, customerFacing: null });
  await createService(db(), { name: "Elsewhere" });
  await createSnapshot(db(), here, { ...unowned, from: days(9), to: days(3) });
  await createSnapshot(db(), here, { ...proven, from: days(3) });
  await createSnapshot(db(), up, { ...unowned, from: days(2) });

  const { items } = await listMatrix(viewer, { teamId: above.id }, {});
  expect(items.map(({ name, level, team: of }) => [name, level, of?.slug])).toEqual([
    ["Here", 4, team.slug],
    ["Up", 0, above.slug],
    ["New", null, team.slug],
  ]);
  expect(await names(viewer, { teamId: team.id }, {})).toEqual(["Here", "New"]);

  const heads = await findMatrixHeads(viewer, { teamId: above.id }, {});
  expect(heads).toMatchObject({ total: 3, unmeasured: 1, levels: [1, 0, 0, 0, 1] });
  const share = (kind: CheckKind) => heads.shares.find(({ check }) => check === kind);
  expect(share("lead")).toEqual({ check: "lead", met: 1, notMet: 1, unmeasured: 1 });
  expect(share("load")).toEqual({ check: "load", met: 1, notMet: 0, unmeasured: 2 });
});

test("every filter narrows the services and what stands over the columns alike", async () => {
  const { viewer, above, team } = await crew();
  const scope = { teamId: above.id };
  const make = (name: string, facts: { tier?: number | null; customerFacing?: boolean | null; team?: typeof team }) =>
    createService(db(), { name, team: above, tier: 2, ...facts });
  const pay = await make("Pay desk", { tier: 1, team });
  const mail = await make("Mail", { tier: null, customerFacing: false });
  const stock = await make("Stock", { customerFacing: null });
  await make("Brand new", {});
  await createSnapshot(db(), pay, { ...foundBut({ backup: "not_met" }), from: days(1) });
  await createSnapshot(db(), mail, { ...foundBut({ backup: "not_measured" }), from: days(1) });
  await createSnapshot(db(), stock, { ...foundBut({ manager: "not_met", lead: "not_met" }), from: days(1) });

  const expected: [MatrixFilter, string[]][] = [
    [{ query: "pay DESK" }, ["Pay desk"]],
    [{ query: "100%" }, []],
    [{ team: team.slug }, ["Pay desk"]],
    [{ team: "no-such-team" }, []],
    [{ tier: "1" }, ["Pay desk"]],
    [{ tier: "none" }, ["Mail"]],
    [{ customerFacing: "false" }, ["Mail"]],
    [{ customerFacing: "unknown" }, ["Stock"]],
    [{ level: "1" }, ["Pay desk", "Mail"]],
    [{ level: "none" }, ["Brand new"]],
    [{ missing: "backup" }, ["Pay desk", "Brand new", "Mail"]],
    [{ missing: "backup", level: "1", tier: "1" }, ["Pay desk"]],
    [{ sort: "name" }, ["Brand new", "Mail", "Pay desk", "Stock"]],
    [{ sort: "level" }, ["Brand new", "Stock", "Pay desk", "Mail"]],
    [{ sort: "nearest" }, ["Pay desk", "Mail", "Stock", "Brand new"]],
  ];
  for (const [filter, found] of expected) {
    expect(await names(viewer, scope, filter), JSON.stringify(filter)).toEqual(found);
    expect((await findMatrixHeads(viewer, scope, filter)).total, JSON.stringify(filter)).toBe(found.length);
  }
});

test("every order is read on without a service twice or left out, and a made-up cursor is named", async () => {
  const { viewer, team } = await crew();
  const all: string[] = [];
  for (let made = 0; made < 7; made += 1) {
    const service = await createService(db(), { team, tier: made % 2 ? null : 1 });
    all.push(service.name);
    if (made % 3) await createSnapshot(db(), service, { ...foundBut({ lead: "not_met" }), from: days(made + 1) });
  }
  for (const sort of ["tier", "name", "level", "nearest"] as const) {
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const part = await listMatrix(viewer, { teamId: team.id }, { sort, limit: 2, cursor });
      read.push(...part.items.map(({ name }) => name));
      cursor = part.nextCursor ?? undefined;
    } while (cursor);
    expect(read.toSorted(), sort).toEqual(all.toSorted());
  }
  const view = await browseMatrix(viewer, { teamId: team.id }, { cursor: "nonsense", level: "9", tier: "1" });
  expect(view.problems).toHaveLength(2);
  expect(view.services.items).toHaveLength(4);
});

test("a past day shows who owned what then, and what had been measured by then", async () => {
  const { viewer, team } = await crew();
  const { team: other } = await given.team();
  const before = at.subtract({ hours: 24 * 300 });
  const moved = await createService(db(), { name: "Moved", team }, before);
  const gone = await createService(db(), { name: "Gone", team }, before);
  const late = await createService(db(), { name: "Late", team }, days(5));
  for (const service of [moved, gone])
    await createSnapshot(db(), service, { ...foundBut({ experts: "not_met" }), from: days(100), to: days(20) });
  await createSnapshot(db(), moved, { ...foundBut(), from: days(20) });
  await createSnapshot(db(), late, { ...foundBut(), from: days(4) });
  await transferService(db(), moved, { to: other }, days(15));
  await retireService(db(), gone, {}, days(12));

  const then = (past: number) => listMatrix(viewer, { teamId: team.id, at: days(past) }, {});
  const told = async (past: number) => (await then(past)).items.map(({ name, level }) => [name, level]);
  expect(await told(200)).toEqual([
    ["Gone", null],
    ["Moved", null],
  ]);
  expect(await told(30)).toEqual([
    ["Gone", 2],
    ["Moved", 2],
  ]);
  // What ends at an instant does not hold at it any more.
  expect(await told(20)).toEqual([
    ["Gone", null],
    ["Moved", 4],
  ]);
  expect(await told(13)).toEqual([["Gone", null]]);
  expect(await told(1)).toEqual([["Late", 4]]);
});

test("what moves the level fastest lacks the least, is the most important first, and says where it is mended", async () => {
  const { viewer, team } = await crew();
  const make = async (name: string, tier: number | null, found: ReturnType<typeof foundBut>) =>
    createSnapshot(db(), await createService(db(), { name, tier, team }), { ...found, from: days(1) });
  await make("Two things", 1, foundBut({ lead: "not_met", manager: "not_met" }));
  await make("One thing", 3, foundBut({ "ops-now": "not_met", backup: "met" }));
  await make("One important thing", 1, foundBut({ experts: "not_met", answered: "not_met", exercised: "not_met" }));
  await make("Nothing", 1, foundBut({ load: "not_measured" }));
  const moves = await listMoves(viewer, { teamId: team.id });
  expect(moves.map(({ service, next, missing }) => [service.name, next, missing.map(({ check }) => check)])).toEqual([
    ["One important thing", "prepared", ["experts"]],
    ["One thing", "reachable", ["ops-now"]],
    ["Two things", "owned", ["lead", "manager"]],
  ]);
  expect(moves[2]?.missing[0]?.mend).toEqual({ label: "Name a lead", path: `/teams/${team.slug}/members` });
});

test("the trend of a team and its quarter before are summed over the teams beneath it, and over no other", async () => {
  const { viewer, above, team } = await crew();
  const { team: other } = await given.team();
  for (const past of [92, 91, 1, 0]) await createCoverageRun(db(), days(past));
  const tally = (past: number, of: typeof team, levels: number[]) =>
    createTally(db(), days(past), { team: of, levels, met: levels, notMet: [past] });
  for (const past of [92, 91, 1, 0]) {
    await tally(past, team, [past, 1, 0, 0, 0]);
    await tally(past, above, [0, 0, 0, 0, 2]);
    await tally(past, other, [9, 9, 9, 9, 9]);
  }
  const trend = await listTrend(viewer, { teamId: above.id }, at);
  expect(trend.map(({ day, services, levels }) => [day, services, levels[0], levels[4]])).toEqual([
    ["2025-12-02", 95, 92, 2],
    ["2025-12-03", 94, 91, 2],
    ["2026-03-03", 4, 1, 2],
    ["2026-03-04", 3, 0, 2],
  ]);
  const { now, before } = await compareQuarters(viewer, { teamId: above.id }, at);
  expect([now?.day, before?.day]).toEqual(["2026-03-04", "2025-12-03"]);
  expect(before).toMatchObject({ services: 94, levels: [91, 1, 0, 0, 2] });
  expect(before?.met.slice(0, 5)).toEqual([91, 1, 0, 0, 2]);
  expect(before?.notMet.slice(0, 2)).toEqual([182, 0]);
  expect((await compareQuarters(viewer, { teamId: team.id }, days(92))).before).toBeNull();
  // The organisation's picture has one day a week.
  expect((await listTrend(viewer, {}, at)).map(({ day }) => day)).toEqual(["2025-12-03", "2026-03-04"]);
});

import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { createCoverageRun, createSnapshot } from "#db/testing/coverage";
import { createService, createTeam, createToken } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { setClock } from "#lib/clock";
import { checks } from "#lib/coverage/checks";
import { foundBut } from "#lib/coverage/testing/found";
import { ask, documented } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();
afterEach(() => setClock(undefined));

const at = Temporal.Instant.from("2026-03-04T09:00:00Z");
const days = (count: number) => at.subtract({ hours: 24 * count });
const csv = { accept: "text/csv" };

async function measuredTeam() {
  setClock(at);
  const { secret: token } = await createToken(db(), { scope: "read" });
  const { team } = await given.team();
  await createCoverageRun(db(), days(40));
  return { token, team };
}

test("coverage comes service by service with every check in words, as it was at an instant", async () => {
  const { token, team } = await measuredTeam();
  const below = await createTeam(db(), { parent: team });
  const pay = await createService(db(), { name: "Pay", team: below, tier: 1 });
  await createService(db(), { name: "New", team, customerFacing: null });
  await createSnapshot(db(), pay, { ...foundBut({ backup: "not_met" }), from: days(40), to: days(10) });
  await createSnapshot(db(), pay, { ...foundBut({ experts: "not_measured" }), from: days(10) });

  const body = await documented(`GET /coverage?team=${team.slug}`, { token });
  expect(body.items).toMatchObject([
    { name: "New", customerFacing: null, level: null, measuredAt: null },
    { service: pay.slug, team: below.slug, tier: 1, level: "reachable" },
  ]);
  expect(body.items[0].checks.map(({ state }: { state: string }) => state)).toEqual(checks.map(() => "not_measured"));
  const backup = (items: { checks: { check: string }[] }[]) => items[0]?.checks.find(({ check }) => check === "backup");
  const then = await ask(`GET /coverage?team=${team.slug}&at=${days(20)}&level=1`, { token });
  expect(backup(then.body.items)).toEqual({
    ...{ check: "backup", level: "reachable", asks: "A backup is on watch", state: "not_met" },
    ...{ says: "A backup is on watch: not_met.", at: "2026-02-02T08:00:00Z" },
  });
});

test("a part is read on by its cursor, and what makes no sense is refused with its name", async () => {
  const { token, team } = await measuredTeam();
  for (const name of ["A", "B", "C"]) await createService(db(), { name, team });
  const first = await ask(`GET /coverage?team=${team.slug}&limit=2`, { token });
  const second = await ask(`GET /coverage?team=${team.slug}&limit=2&cursor=${first.body.nextCursor}`, { token });
  const names = [...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name);
  expect(names).toEqual(["A", "B", "C"]);
  expect(second.body.nextCursor).toBeNull();
  for (const wrong of ["at=yesterday", "missing=nothing", "level=9", "cursor=x", "sort=blame"]) {
    const { status, body } = await ask(`GET /coverage?${wrong}`, { token });
    expect([status, body.errors?.[0]?.path], wrong).toEqual([422, wrong.split("=")[0]]);
  }
  expect((await ask("GET /coverage")).status).toBe(401);
});

test("as CSV all rows come at once, and no cell is read as a formula", async () => {
  const { token, team } = await measuredTeam();
  const evil = await createService(db(), { name: '=HYPERLINK("http://x","y")', slug: "evil", team });
  const found = foundBut();
  const says = 'Two "quotes", a comma\nand a second line.';
  const words = found.checks.map((check, index) => ({ ...check, says: index === 0 ? says : `@${check.says}` }));
  await createSnapshot(db(), evil, { ...found, checks: words, from: days(3) });
  for (let made = 0; made < 4; made += 1) await createService(db(), { name: `-${made}`, team });

  const { status, headers, text } = await ask(`GET /coverage?team=${team.slug}&limit=1`, { token, headers: csv });
  expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8; header=present"]);
  const [head, ...lines] = text.trimEnd().split("\r\n");
  expect(head?.split(",").slice(0, 8)).toEqual([
    ...["service", "name", "team", "tier", "customer-facing", "level", "measured", "delivery-team"],
  ]);
  expect(lines).toHaveLength(5);
  expect(lines.filter((line) => /(^|,)[=+\-@]/.test(line))).toEqual([]);
  expect(text).toContain(`evil,"'=HYPERLINK(""http://x"",""y"")",${team.slug},2,yes,proven,`);
  expect(text).toContain('"Two ""quotes"", a comma\nand a second line."');

  const file = await ask(`GET /coverage.csv?team=${team.slug}`, { token });
  expect(file.headers.get("content-disposition")).toBe(`attachment; filename="coverage-${team.slug}-2026-03-04.csv"`);
  expect(file.text.replace(/^\uFEFF/, "")).toBe(text);
  const json = await ask(`GET /coverage?team=${team.slug}`, {
    token,
    headers: { accept: "application/json, text/csv;q=0.5" },
  });
  expect(json.body.items).toHaveLength(5);
});

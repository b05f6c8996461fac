import { beforeAll, expect, test, vi } from "vitest";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { openCalendar } from "#lib/rotations/calendars/calendar-commands";
import { viewerOf } from "#lib/rotations/testing/life";
import { readCalendar } from "#lib/rotations/testing/read-calendar";
import { cameHeader } from "#lib/running-server";
import { GET } from "./[secret]/route";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.stubEnv("WATCHBILL_DEMO", "1");
vi.stubEnv("AUTH_URL", "https://watch.example/");

testDatabase();

let path = "";
beforeAll(async () => {
  const { lead } = await given.rotation();
  path = await openCalendar(await viewerOf(lead), {});
});

const get = (address: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost:3000${address}`, { headers }), {
    params: Promise.resolve({ secret: decodeURIComponent(address.slice("/calendars/".length)) }),
  });

test("a program that signs in nowhere is given the calendar by its address, for itself alone", async () => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("private, no-cache");
  const { events } = readCalendar(await response.text());
  expect(events.length).toBeGreaterThan(20);
  expect(events[0]?.url).toMatch(/^https:\/\/watch\.example\/rotations\//);
});

test("whoever has read it already is told only that nothing changed", async () => {
  const etag = (await get(path)).headers.get("etag") ?? "";
  for (const known of [etag, `"another", ${etag.slice("W/".length)}`, "*"]) {
    const response = await get(path, { "if-none-match": known });
    expect([response.status, response.headers.get("etag"), await response.text()]).toEqual([304, etag, ""]);
  }
  expect((await get(path, { "if-none-match": '"another"' })).status).toBe(200);
});

test.each([
  ["a wrong secret", () => `/calendars/${"a".repeat(43)}.ics`],
  ["an address without its ending", () => path.replace(".ics", "")],
  ["the secret of another length", () => path.replace(".ics", "a.ics")],
  ["NUL", () => "/calendars/%00.ics"],
])("%s is not found, without a word on why", async (_what, address) => {
  const response = await get(address());
  expect([response.status, await response.json()]).toMatchObject([
    404,
    { detail: "There is no such calendar, or no longer." },
  ]);
});

test("demo mode tells it to nobody who came through another server", async () => {
  expect((await get(path, { host: "localhost:3000", [cameHeader]: "forwarded" })).status).toBe(403);
  expect((await get(path, { host: "localhost:3000", [cameHeader]: "directly" })).status).toBe(200);
});

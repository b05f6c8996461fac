import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { briefingReads } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createAlert, createPerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { capabilityFor } from "#lib/auth/capability";
import { sessionCookie, writeSession } from "#lib/auth/sessions";
import { setClock } from "#lib/clock";
import { GET as openAlert } from "./alerts/[alert]/route";
import { GET as openService } from "./briefing/[service]/route";
import { nightPage } from "./night-page";

let cookies = new Map<string, string>();
/** What was to be done once an answer was on its way. */
const afterwards: Promise<void>[] = [];
vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => void afterwards.push(work()) }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
  }),
  headers: async () => new Headers(),
}));

const origin = "https://bill.harbour.example";
vi.stubEnv("WATCHBILL_DEMO", "0");
vi.stubEnv("AUTH_SECRET", "a secret of this test file, long enough");
vi.stubEnv("AUTH_URL", origin);

testDatabase();

/** Three in the morning in Lisbon, where whoever reads is; eleven in Asia. */
const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
beforeAll(() => setClock(night));
afterAll(() => setClock(undefined));
afterEach(() => {
  cookies = new Map();
});

async function signIn(person: Person): Promise<void> {
  cookies.set(sessionCookie().name, await writeSession({ personId: person.id, beganAt: night }));
}

/** What a browser gets that asks for this address. */
async function visit(address: string, path = new URL(address, origin).pathname.split("/").at(-1) ?? "") {
  const request = new Request(origin + address, { headers: { "x-nonce": "once" } });
  const answer = address.startsWith("/alerts/")
    ? await openAlert(request, { params: Promise.resolve({ alert: path }) })
    : await openService(request, { params: Promise.resolve({ service: path }) });
  return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
}

async function scene() {
  const { service, delivery } = await given.serviceOnWatch();
  const alert = await createAlert(db(), { service, summary: "Nobody can <pay> & go" }, night);
  return { service, alert: alert.id, reader: delivery.lead };
}

async function readsOf(alert: string) {
  await Promise.all(afterwards);
  return db().select().from(briefingReads).where(eq(briefingReads.alertId, alert));
}

test("the page of an alert is one whole document whose script and style run under the nonce of the answer", async () => {
  const { alert, service, reader } = await scene();
  await signIn(reader);
  const { status, html } = await visit(`/alerts/${alert}`);
  expect(status).toBe(200);
  expect(html).toMatch(/^<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"\/>/);
  expect(html).toContain(`<title>${service.name}: Nobody can &lt;pay&gt; &amp; go · Watchbill</title>`);
  expect(html).toMatch(/<h1[^>]*>.*Nobody can &lt;pay&gt; &amp; go/s);
  expect(html).toMatch(/<script type="module" src="\/night\/page\.js\?v=" nonce="once"><\/script>/);
  expect(html).toMatch(/<link rel="stylesheet" href="\/night\/page\.css\?v=" nonce="once"\/>/);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toMatch(/<\/body><\/html>$/);
  expect(await readsOf(alert)).toMatchObject([{ personId: reader.id, way: "session", times: 1 }]);
});

test("a page read at night is dim, and so is the browser around it; by day it is as the reader has chosen", async () => {
  const { alert } = await scene();
  await signIn(await createPerson(db(), { timeZone: "Europe/Lisbon" }));
  const dim = (await visit(`/alerts/${alert}`)).html;
  expect(dim).toContain('<main class="night" data-theme="night">');
  expect(dim).toContain('<meta name="theme-color" content="#070504"/><meta name="color-scheme" content="dark"/>');
  await signIn(await createPerson(db(), { timeZone: "Asia/Singapore" }));
  expect((await visit(`/alerts/${alert}`)).html).toContain('<main class="night">');
  cookies.set("theme", "light");
  const light = (await visit(`/alerts/${alert}`)).html;
  expect(light).toContain('<html lang="en" data-theme="light">');
  expect(light).toContain('<meta name="theme-color" content="#fafcfd"/><meta name="color-scheme" content="light"/>');
});

test("the link of a message opens its alert without a session, and no other; nobody else reads anything", async () => {
  const [{ alert, reader }, other] = [await scene(), await scene()];
  const key = await capabilityFor(reader.id, alert, night);
  expect(await visit(`/alerts/${alert}?key=${key}`)).toMatchObject({ status: 200 });
  expect(await readsOf(alert)).toMatchObject([{ personId: reader.id, way: "link" }]);
  const led = { status: 303, html: "" };
  const signInFor = (path: string) => `/sign-in?${new URLSearchParams({ callbackUrl: path })}`;
  expect(await visit(`/alerts/${other.alert}?key=${key}`)).toEqual({ ...led, to: signInFor(`/alerts/${other.alert}`) });
  expect(await visit(`/alerts/${alert}`)).toEqual({ ...led, to: signInFor(`/alerts/${alert}`) });
  const service = `/briefing/${other.service.slug}?rule=Slow`;
  expect(await visit(service)).toEqual({ ...led, to: signInFor(service) });
  expect(await readsOf(other.alert)).toEqual([]);
});

test("what is not there is said on a page of its own, whatever the address", async () => {
  const { reader } = await scene();
  await signIn(reader);
  for (const path of ["58fa19bd-592b-4c0c-aad0-c7cce6bfbb7f", "no-id", "\0"])
    expect(await visit("/alerts/missing", path)).toMatchObject({
      status: 404,
      html: expect.stringContaining("There is no such alert here"),
    });
  expect(await visit("/briefing/nothing-is-called-so")).toMatchObject({
    status: 404,
    html: expect.stringContaining("There is no such service here"),
  });
});

test("a page that could not be made says so, names no reason but its reference, and offers to try again", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const page = nightPage("alert", async () => {
    throw new Error("password=hunter2");
  });
  const answer = await page(new Request(`${origin}/alerts/1?key=abc`), { params: Promise.resolve({}) });
  const html = await answer.text();
  const log = String(written.mock.calls[0]?.[0]);
  written.mockRestore();
  expect(answer.status).toBe(500);
  expect(html).toContain("The alert is untouched");
  expect(html).toContain('href="/alerts/1?key=abc">Try again');
  expect(html).not.toContain("hunter2");
  const reference = /Reference for an administrator: ([\w-]+)/.exec(html)?.[1] ?? "nothing";
  expect(log).toContain(reference);
  expect(log).toContain("hunter2");
});

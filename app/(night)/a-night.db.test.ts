import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { alertReviews, alerts } from "#db/schema";
import type { Person } from "#db/seed/people";
import {
  createEscalation,
  createPerson,
  createRotation,
  createService,
  createTeam,
  createToken,
} from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { entryWords } from "#lib/alerts/entry-words";
import { listEntries } from "#lib/alerts/queries";
import { sessionCookie, writeSession } from "#lib/auth/sessions";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { setClock } from "#lib/clock";
import { provePager } from "#lib/jobs/pager-proof-queries";
import { runDue } from "#lib/jobs/run-due";
import {
  type HttpReceiver,
  type MailReceiver,
  startHttpReceiver,
  startMailReceiver,
} from "#lib/notifications/testing/receivers";
import { createMethod } from "#lib/notifications/testing/scene";
import { POST as receive } from "../api/v1/intake/alertmanager/route";
import { POST as acknowledge } from "./alerts/[alert]/acknowledge/route";
import { POST as note } from "./alerts/[alert]/note/route";
import { POST as pageOps } from "./alerts/[alert]/page-ops/route";
import { POST as resolve } from "./alerts/[alert]/resolve/route";
import { POST as review } from "./alerts/[alert]/review/route";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));
vi.mock("next/headers", () => ({ cookies: vi.fn(), headers: vi.fn() }));

testDatabase();

const origin = "https://bill.harbour.example";
const three = Temporal.Instant.from("2026-03-03T03:00:00Z");
const later = (minutes: number) => three.add({ minutes });
let http: HttpReceiver;
let mail: MailReceiver;

beforeAll(async () => {
  [http, mail] = await Promise.all([startHttpReceiver(), startMailReceiver()]);
  const settings = { AUTH_URL: origin, AUTH_SECRET: "a secret of this test file, long enough", WATCHBILL_DEMO: "0" };
  const ways = {
    WATCHBILL_ALLOW_PRIVATE_TARGETS: "127.0.0.1/32",
    SMTP_URL: mail.url,
    MAIL_FROM: "bill@harbour.example",
  };
  for (const [name, value] of Object.entries({ ...settings, ...ways })) vi.stubEnv(name, value);
});

afterAll(async () => {
  setClock(undefined);
  await Promise.all([http.stop(), mail.stop()]);
});

/** A service whose delivery watch, backup and ops each have one person, and a way to reach them. */
async function scene() {
  const named = (name: string) => createPerson(db(), { name, email: `${name.toLowerCase()}@harbour.example` });
  const [ada, lin, olu, lead] = [await named("Ada"), await named("Lin"), await named("Olu"), await named("Noor")];
  const team = await createTeam(db(), { lead, members: [ada, lin] });
  const opsTeam = await createTeam(db(), { kind: "ops", members: [olu] });
  const watchOf = (of: typeof team, person: Person) =>
    createRotation(db(), { team: of, layers: [{ participants: [person] }] });
  const [delivery, backup, ops] = [await watchOf(team, ada), await watchOf(team, lin), await watchOf(opsTeam, olu)];
  const service = await createService(db(), { team, opsTeam });
  await createEscalation(db(), service, { delivery, backup, ops });
  await createMethod(ada, { kind: "webhook", target: { url: `${http.origin}/ada`, secret: "s3cret" } });
  await createMethod(ada, { afterMinutes: 3 });
  await createMethod(lin);
  await createMethod(lin, {
    kind: "webhook",
    target: { url: `${http.origin}/lin`, secret: "s3cret" },
    afterMinutes: 10,
  });
  await createMethod(olu, { kind: "webhook", target: { url: `${http.origin}/olu`, secret: "s3cret" } });
  const sender = (await createToken(db(), { scope: "intake", name: "Monitoring" })).secret;
  return { service, ada, lin, olu, sender };
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** What Alertmanager sends, as it sends it. */
async function says(status: "firing" | "resolved", { service, sender }: Scene): Promise<void> {
  const labels = { alertname: "CheckoutErrorRateHigh", service: service.slug, severity: "critical" };
  const annotations = { summary: "Half of all payments fail", customer_impact: "Customers cannot pay." };
  const alert = { status, fingerprint: "7ac25e9f04d1b863", startsAt: three.toString(), labels, annotations };
  const headers = {
    authorization: `Bearer ${sender}`,
    "content-type": "application/json",
    host: "bill.harbour.example",
  };
  const body = JSON.stringify({ version: "4", status, alerts: [alert] });
  const answer = await receive(new Request(`${origin}/api/v1/intake/alertmanager`, { method: "POST", headers, body }), {
    params: Promise.resolve({}),
  });
  expect(answer.status).toBe(202);
}

/** Sends a form of the alert: by session, or by the link of a message. */
async function tap(form: typeof note, alert: string, fields: Record<string, string>, as?: Person): Promise<void> {
  const cookie = as ? `${sessionCookie().name}=${await writeSession({ personId: as.id, beganAt: three })}` : "";
  const body = new URLSearchParams({ back: `/alerts/${alert}`, ...fields });
  const headers = { origin, host: "bill.harbour.example", cookie };
  const request = new Request(`${origin}/alerts/${alert}`, { method: "POST", body, headers });
  const { status } = await form(request, { params: Promise.resolve({ alert }) });
  expect(status).toBe(303);
}

/** The link's key out of the last letter. */
function keyOfLink(alert: string): string {
  const [, key = ""] =
    new RegExp(`${origin}/alerts/${alert}\\?key=([\\w-]+)`).exec(mail.letters.at(-1)?.text ?? "") ?? [];
  expect(key).toHaveLength(91);
  return key;
}

let lettersSeen = 0;

/** What arrived since it was last asked: at whom, over which way. */
function arrived(): string[] {
  const posts = http.received.splice(0).map(({ path }) => `${path.slice(1)}, webhook`);
  const letters = mail.letters.slice(lettersSeen).map(({ to }) => `${to.split("@")[0]}, e-mail`);
  lettersSeen = mail.letters.length;
  return [...posts, ...letters];
}

test("a whole night: paged, no answer, backup, ops by hand, acknowledged, silent, resolved, looked back on", {
  timeout: 120_000,
}, async () => {
  const world = await scene();
  const { lin } = world;
  const at: Record<number, string[]> = {};
  let alert = "";
  const acts: Record<number, () => Promise<void>> = {
    0: async () => {
      await says("firing", world);
      alert = (await db().select().from(alerts))[0]?.id ?? "";
    },
    1: () => says("firing", world),
    6: () =>
      tap(pageOps, alert, { key: keyOfLink(alert), suspicion: "The cache", idempotencyKey: crypto.randomUUID() }),
    8: () => tap(acknowledge, alert, { key: keyOfLink(alert) }),
    40: () => tap(note, alert, { words: "Still at it." }, lin),
    62: () => tap(resolve, alert, { cause: "The cache was full", remedy: "Made it larger" }, lin),
    63: () => says("resolved", world),
  };
  for (let minute = 0; minute <= 120; minute += 1) {
    setClock(later(minute));
    await acts[minute]?.();
    await runDue(later(minute), { checksLinks: false });
    expect(await provePager(later(minute))).toMatchObject({ isProven: true });
    if (minute === 6) expect(http.received[0]?.text).toContain("The cache");
    const messages = arrived();
    if (messages.length > 0) at[minute] = messages;
  }

  expect(at).toEqual({
    0: ["ada, webhook"],
    3: ["ada, e-mail"],
    5: ["lin, e-mail"],
    6: ["olu, webhook"],
    38: ["lin, e-mail"],
  });

  setClock(later(360));
  await tap(review, alert, { wasCustomerFacing: "yes", wasActionable: "yes", missing: "How large the cache is" }, lin);
  expect(await db().select().from(alertReviews).where(eq(alertReviews.alertId, alert))).toMatchObject([
    { personId: lin.id, wasCustomerFacing: true, missing: "How large the cache is" },
  ]);
  const lines = await listEntries(serviceViewer("A test", "read"), alert);
  const told = lines.map((line) => {
    const words = entryWords(line).map((phrase) =>
      typeof phrase === "string" ? phrase : "at" in phrase ? phrase.at : phrase.text,
    );
    return `${three.until(Temporal.Instant.from(line.at)).total("minutes")} ${words.join("")}`;
  });
  expect(told).toEqual([
    "0 Alertmanager raised it: Half of all payments fail",
    "0 It pages, because customers see it",
    "0 Ada was paged (delivery watch)",
    "5 Lin was paged (backup)",
    "6 Lin paged ops: Olu. Suspected: The cache",
    "8 Lin acknowledged it",
    "38 It was silent: Lin was asked again",
    "40 Lin noted: Still at it.",
    "62 Lin resolved it. It was: The cache was full. What worked: Made it larger",
    "360 Lin looked back on it",
  ]);
  const [state] = await db().select().from(alerts);
  expect(state).toMatchObject({
    deliveryPagedAt: later(0),
    deliveryEngagedAt: later(8),
    opsPagedAt: later(6),
    occurrences: 1,
  });
});

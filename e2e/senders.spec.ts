import { once } from "node:events";
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";
import { createIntakeKey, createPerson, createService, createTeam, createToken } from "#db/testing/factories";
import { type OwnServer, startOwnServer } from "#e2e/own-server";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
const secrets = { intake: "", read: "", unused: "", routingKey: "" };

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const lead = await createPerson(database, { name: "Ada Moreau" });
      const team = await createTeam(database, { slug: "shop-front", name: "Shop front", lead });
      const service = await createService(database, { slug: "checkout", name: "Checkout", team });
      secrets.intake = (await createToken(database, { scope: "intake" })).secret;
      secrets.read = (await createToken(database, { scope: "read" })).secret;
      secrets.unused = (await createToken(database, { scope: "read" })).secret;
      secrets.routingKey = (await createIntakeKey(database, service)).secret;
    },
  });
});

test.afterAll(() => server?.stop());

type Sent = { method?: "GET" | "POST"; path: string; headers?: Record<string, string>; body?: string };
type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: string };

/** Asks for a path as it stands, dots and all. */
async function ask({ method = "POST", path, headers = {}, body }: Sent): Promise<Answer> {
  const { host, hostname, port } = new URL(server.origin);
  const asking = request({ hostname, port, path, method, headers: { host, ...headers } }).end(body);
  const [answer] = (await once(asking, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

const intake = "/api/v1/intake/alertmanager";
const pagerduty = "/api/v1/intake/pagerduty/v2/enqueue";
const own = "/api/v1/alerts";
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const labels = { alertname: "ErrorRateHigh", service: "checkout", severity: "critical" };
const firing = { status: "firing", labels, startsAt: "2026-03-14T02:14:07.125Z" };
const webhook = (fingerprint: string) => JSON.stringify({ version: "4", alerts: [{ ...firing, fingerprint }] });
const payload = { summary: "checkout answers with errors", source: "checkout", severity: "error" };
const event = (routing_key: string) =>
  JSON.stringify({ routing_key, event_action: "trigger", dedup_key: "checkout/errors", payload });

const service: Sent = { method: "GET", path: "/api/v1/services/checkout" };

/** What programs send, good and bad; each of it may come again and again. */
const everySending = (): Record<string, Sent> => ({
  "a webhook": { path: intake, headers: bearer(secrets.intake), body: webhook("a1") },
  "a webhook that names its token": { path: `${intake}?token=${secrets.intake}`, body: webhook("a1") },
  "a webhook of nothing": { path: intake, headers: bearer(secrets.intake), body: '{"alerts":[]}' },
  "a webhook that makes no sense": { path: intake, headers: bearer(secrets.intake), body: '{"alerts":[7]}' },
  "no JSON": { path: intake, headers: bearer(secrets.intake), body: "{" },
  "no body": { path: intake, headers: bearer(secrets.intake) },
  "no token": { path: intake, body: webhook("a1") },
  "a token that is none": { path: intake, headers: bearer("wb_nobody"), body: webhook("a1") },
  "a token that may only read": { path: intake, headers: bearer(secrets.read), body: webhook("a1") },
  "a host that is not this machine": {
    path: intake,
    headers: { ...bearer(secrets.intake), host: "watchbill.example.com" },
    body: webhook("a1"),
  },
  "a request that was forwarded": {
    path: intake,
    headers: { ...bearer(secrets.intake), "x-forwarded-for": "127.0.0.1" },
    body: webhook("a1"),
  },
  "a body that is too large": { path: intake, headers: bearer(secrets.intake), body: " ".repeat(9 * 1024 * 1024) },
  "an event": { path: pagerduty, body: event(secrets.routingKey) },
  "an event with an unknown key": { path: pagerduty, body: event("0".repeat(32)) },
  "an event that is none": { path: pagerduty, body: '{"event_action":"sing"}' },
  "an alert of a program": {
    path: own,
    headers: bearer(secrets.intake),
    body: '{"service":"checkout","summary":"Payments fail","rule":"PaymentsFail"}',
  },
  "a service": { ...service, headers: bearer(secrets.read) },
  "a service for a token that was never used": { ...service, headers: bearer(secrets.unused) },
  "a service that is not there": { ...service, path: "/api/v1/services/nothing", headers: bearer(secrets.read) },
  "a service at an address that cannot be": {
    ...service,
    path: "/api/v1/services/No_Slug",
    headers: bearer(secrets.read),
  },
  "a service for a token that may only send": { ...service, headers: bearer(secrets.intake) },
  "a service without a token": service,
  "a service by way of a proxy": { ...service, headers: { ...bearer(secrets.read), via: "1.1 proxy" } },
  "an alert without a summary": { path: own, headers: bearer(secrets.intake), body: '{"service":"checkout"}' },
});

/** By way of Next.js, which is told by the headers of its own: an address with dots is another one to the server itself. */
const byNext = (sent: Sent): Sent => ({ ...sent, path: `/x/..${sent.path}` });
const isByNext = ({ headers }: Answer) => headers.vary?.includes("rsc") ?? false;

const transport = ["date", "vary", "connection", "keep-alive", "content-length", "transfer-encoding"];

function said({ status, headers, body }: Answer) {
  const names = Object.keys(headers).filter((name) => !transport.includes(name));
  return { status, body, headers: Object.fromEntries(names.sort().map((name) => [name, headers[name]])) };
}

test("programs get the same answers from the server itself as by way of Next.js", { tag: "@desktop" }, async () => {
  test.setTimeout(60_000);
  const statuses = new Set<number | undefined>();
  for (const [what, sent] of Object.entries(everySending())) {
    await ask(sent);
    const [direct, usual] = [await ask(sent), await ask(byNext(sent))];
    expect({ what, ways: [isByNext(direct), isByNext(usual)] }).toEqual({ what, ways: [false, true] });
    expect({ what, ...said(direct) }).toEqual({ what, ...said(usual) });
    statuses.add(direct.status);
  }
  expect([...statuses].sort()).toEqual([200, 202, 400, 401, 403, 404, 413, 422]);
});

test("of many that arrive by both ways at once each is stored once", { tag: "@phone" }, async ({ request: api }) => {
  const headers = bearer(secrets.intake);
  const sendings = Array.from({ length: 40 }, (_, index) => ({
    path: intake,
    headers,
    body: webhook(`b${index % 20}`),
  }));
  const answers = await Promise.all(sendings.map((sent, index) => ask(index < 20 ? sent : byNext(sent))));
  expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(202));
  const received = answers.flatMap(({ body }): { alert: string; status: string }[] => JSON.parse(body).alerts);
  expect(new Set(received.map(({ alert }) => alert)).size).toBe(20);
  expect(received.filter(({ status }) => status === "opened")).toHaveLength(20);
  const [first] = received;
  const found = await api.get(`${server.origin}${own}/${first?.alert}`, { headers: bearer(secrets.read) });
  expect(await found.json()).toMatchObject({ id: first?.alert, rule: "ErrorRateHigh" });
});

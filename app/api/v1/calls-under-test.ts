import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { db, rowsOf } from "#db/client";
import { calls } from "#lib/api/calls";
import * as rest from "./[[...path]]/route";
import * as acknowledgeAlert from "./alerts/[id]/acknowledge/route";
import * as bringIn from "./alerts/[id]/bring-in/route";
import * as handOver from "./alerts/[id]/hand-over/route";
import * as alertNotes from "./alerts/[id]/notes/route";
import * as pageOps from "./alerts/[id]/page-ops/route";
import * as reopenAlert from "./alerts/[id]/reopen/route";
import * as resolveAlert from "./alerts/[id]/resolve/route";
import * as alert from "./alerts/[id]/route";
import * as alerts from "./alerts/route";
import * as changes from "./changes/route";
import * as claim from "./cover-requests/[id]/claim/route";
import * as coverRequest from "./cover-requests/[id]/route";
import * as coverage from "./coverage/route";
import * as coverageCsv from "./coverage.csv/route";
import * as documents from "./documents/route";
import * as documentsZip from "./documents.zip/route";
import * as alertmanager from "./intake/alertmanager/route";
import * as pagerduty from "./intake/pagerduty/v2/enqueue/route";
import * as intakeName from "./intake-names/[name]/route";
import * as intakeNames from "./intake-names/route";
import * as openApi from "./openapi.json/route";
import * as person from "./people/[email]/route";
import * as personShifts from "./people/[email]/shifts/route";
import * as people from "./people/route";
import * as coverRequests from "./rotations/[slug]/cover-requests/route";
import * as onCall from "./rotations/[slug]/on-call/route";
import * as override from "./rotations/[slug]/overrides/[id]/route";
import * as overrides from "./rotations/[slug]/overrides/route";
import * as rotation from "./rotations/[slug]/route";
import * as shifts from "./rotations/[slug]/shifts/route";
import * as swaps from "./rotations/[slug]/swaps/route";
import * as rotations from "./rotations/route";
import * as search from "./search/route";
import * as dependencies from "./services/[slug]/dependencies/route";
import * as beat from "./services/[slug]/heartbeats/[heartbeat]/beat/route";
import * as heartbeat from "./services/[slug]/heartbeats/[heartbeat]/route";
import * as heartbeats from "./services/[slug]/heartbeats/route";
import * as intakeKey from "./services/[slug]/intake-keys/[id]/route";
import * as intakeKeys from "./services/[slug]/intake-keys/route";
import * as endedMaintenance from "./services/[slug]/maintenance/[id]/route";
import * as maintenance from "./services/[slug]/maintenance/route";
import * as noteMark from "./services/[slug]/notes/[document]/marks/[id]/route";
import * as noteMarks from "./services/[slug]/notes/[document]/marks/route";
import * as noteReviews from "./services/[slug]/notes/[document]/reviews/route";
import * as note from "./services/[slug]/notes/[document]/route";
import * as notes from "./services/[slug]/notes/route";
import * as serviceOnCall from "./services/[slug]/on-call/route";
import * as ownership from "./services/[slug]/ownership/route";
import * as service from "./services/[slug]/route";
import * as runbookMark from "./services/[slug]/runbooks/[document]/marks/[id]/route";
import * as runbookMarks from "./services/[slug]/runbooks/[document]/marks/route";
import * as runbookReviews from "./services/[slug]/runbooks/[document]/reviews/route";
import * as runbook from "./services/[slug]/runbooks/[document]/route";
import * as runbooks from "./services/[slug]/runbooks/route";
import * as uploads from "./services/[slug]/uploads/route";
import * as services from "./services/route";
import * as team from "./teams/[slug]/route";
import * as teams from "./teams/route";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;
type Route = Partial<Record<string, unknown>>;

const routes: Record<string, Route> = {
  "/documents.zip": documentsZip,
  "/services": services,
  "/services/{slug}": service,
  "/services/{slug}/ownership": ownership,
  "/services/{slug}/dependencies": dependencies,
  "/services/{slug}/on-call": serviceOnCall,
  "/services/{slug}/runbooks": runbooks,
  "/services/{slug}/runbooks/{document}": runbook,
  "/services/{slug}/runbooks/{document}/reviews": runbookReviews,
  "/services/{slug}/runbooks/{document}/marks": runbookMarks,
  "/services/{slug}/runbooks/{document}/marks/{id}": runbookMark,
  "/services/{slug}/notes": notes,
  "/services/{slug}/notes/{document}": note,
  "/services/{slug}/notes/{document}/reviews": noteReviews,
  "/services/{slug}/notes/{document}/marks": noteMarks,
  "/services/{slug}/notes/{document}/marks/{id}": noteMark,
  "/services/{slug}/uploads": uploads,
  "/services/{slug}/heartbeats": heartbeats,
  "/services/{slug}/heartbeats/{heartbeat}": heartbeat,
  "/services/{slug}/heartbeats/{heartbeat}/beat": beat,
  "/services/{slug}/intake-keys": intakeKeys,
  "/services/{slug}/intake-keys/{id}": intakeKey,
  "/services/{slug}/maintenance": maintenance,
  "/services/{slug}/maintenance/{id}": endedMaintenance,
  "/alerts": alerts,
  "/alerts/{id}": alert,
  "/alerts/{id}/acknowledge": acknowledgeAlert,
  "/alerts/{id}/page-ops": pageOps,
  "/alerts/{id}/bring-in": bringIn,
  "/alerts/{id}/hand-over": handOver,
  "/alerts/{id}/notes": alertNotes,
  "/alerts/{id}/resolve": resolveAlert,
  "/alerts/{id}/reopen": reopenAlert,
  "/changes": changes,
  "/coverage": coverage,
  "/coverage.csv": coverageCsv,
  "/intake/alertmanager": alertmanager,
  "/intake/pagerduty/v2/enqueue": pagerduty,
  "/intake-names": intakeNames,
  "/intake-names/{name}": intakeName,
  "/documents": documents,
  "/teams": teams,
  "/teams/{slug}": team,
  "/people": people,
  "/people/{email}": person,
  "/people/{email}/shifts": personShifts,
  "/rotations": rotations,
  "/rotations/{slug}": rotation,
  "/rotations/{slug}/shifts": shifts,
  "/rotations/{slug}/on-call": onCall,
  "/rotations/{slug}/overrides": overrides,
  "/rotations/{slug}/overrides/{id}": override,
  "/rotations/{slug}/swaps": swaps,
  "/rotations/{slug}/cover-requests": coverRequests,
  "/cover-requests/{id}": coverRequest,
  "/cover-requests/{id}/claim": claim,
  "/search": search,
  "/openapi.json": openApi,
  "/[[...path]]": rest,
};

export type Asking = {
  token?: string | undefined;
  body?: unknown;
  /** Sent as it is, in place of `body` as JSON. */
  raw?: BodyInit;
  headers?: Record<string, string>;
};

export const origin = "http://localhost:3000";

/** What the server answers to `METHOD /path?query` below /api/v1. */
export async function ask(call: string, { token, body, raw, headers = {} }: Asking = {}) {
  const [method = "", address = ""] = call.split(" ");
  const [path = ""] = address.split("?");
  const [template, params] = match(path);
  const handler = routes[template ?? "/[[...path]]"]?.[method] as Handler;
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request(`${origin}/api/v1${address}`, {
    method,
    ...(sent === undefined ? {} : { body: sent, duplex: "half" }),
    headers: {
      host: "localhost:3000",
      ...(sent === undefined ? {} : { "content-type": "application/json" }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "");
  const value = text && isJson ? JSON.parse(text) : undefined;
  const described = calls.find((one) => one.path === template && one.method === method);
  return { status: response.status, headers: response.headers, body: value, text, described };
}

/** The answer, once it is shown to be exactly what the document says. */
export async function documented(call: string, asking: Asking, status = 200) {
  const answer = await ask(call, asking);
  expect(answer.body, call).toEqual(answer.described?.answers[status]?.schema?.parse(answer.body));
  expect(answer.status).toBe(status);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return answer.body;
}

/** All items of a list, read part by part. `call` has a parameter already. */
export async function listed(call: string, token: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const part: { items: Record<string, unknown>[]; nextCursor: string | null } = await documented(
      `${call}&cursor=${cursor}`,
      { token },
    );
    items.push(...part.items);
    cursor = part.nextCursor;
  }
  return items;
}

/** Makes a call that has to fail: with this problem, which names the field `path`, and nothing written. */
export async function refused(call: string, asking: Asking, status: number, path?: string) {
  const before = await everything();
  const { body, headers, ...answer } = await ask(call, asking);
  expect([answer.status, body?.status], JSON.stringify(body)).toEqual([status, status]);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(Object.keys(body)).toEqual(expect.arrayContaining(["type", "title", "status", "detail"]));
  expect(JSON.stringify(body)).not.toMatch(/\bat .*\.ts|node_modules|PostgresError|select /);
  if (path) expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
  if (status === 401) expect(headers.get("www-authenticate")).toMatch(/^Bearer/);
  if (status === 405) expect(headers.get("allow")).toMatch(/GET|POST|DELETE/);
  expect(await everything()).toEqual(before);
  return body;
}

const tables = [
  ...["services", "teams", "people", "rotations", "rotation_versions", "overrides", "cover_requests", "events"],
  ...["shadows", "calendar_feeds", "documents", "document_revisions", "uploads"],
];

/** How many there are of everything that a call may write, and what of it has ended. */
async function everything() {
  const counts = tables.map((table) => `select '${table}' as what, count(*)::int as many from ${table}`);
  const ended = ["services", "rotations", "documents"].map(
    (table) => `select '${table}, retired', count(*)::int from ${table} where retired_at is not null`,
  );
  return rowsOf(db(), sql.raw([...counts, ...ended].join(" union all ")));
}

function match(path: string): [string | undefined, Record<string, string>] {
  for (const template of Object.keys(routes)) {
    const pattern = new RegExp(`^${template.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const found = pattern.exec(path);
    if (!found) continue;
    const params = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return [template, Object.fromEntries(params)];
  }
  return [undefined, {}];
}

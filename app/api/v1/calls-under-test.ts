import { calls } from "#lib/api/calls";
import * as rest from "./[[...path]]/route";
import * as openApi from "./openapi.json/route";
import * as person from "./people/[email]/route";
import * as people from "./people/route";
import * as search from "./search/route";
import * as dependencies from "./services/[slug]/dependencies/route";
import * as ownership from "./services/[slug]/ownership/route";
import * as service from "./services/[slug]/route";
import * as services from "./services/route";
import * as team from "./teams/[slug]/route";
import * as teams from "./teams/route";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;
type Route = Partial<Record<string, unknown>>;

const routes: Record<string, Route> = {
  "/services": services,
  "/services/{slug}": service,
  "/services/{slug}/ownership": ownership,
  "/services/{slug}/dependencies": dependencies,
  "/teams": teams,
  "/teams/{slug}": team,
  "/people": people,
  "/people/{email}": person,
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
  const value = text ? JSON.parse(text) : undefined;
  const described = calls.find((one) => one.path === template && one.method === method);
  return { status: response.status, headers: response.headers, body: value, described };
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

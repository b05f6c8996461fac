import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import {
  claimCoverRequest,
  createCoverRequest,
  createOverride,
  createPerson,
  createToken,
  deactivatePerson,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { setClock } from "#lib/clock";
import { after, day, week } from "#lib/rotations/testing/life";
import { refused } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

type As = "read" | "write" | "lead" | "member" | "stranger";
const tokens = {} as Record<As, string>;
const ids = { open: "", taken: "", override: "" };

beforeAll(async () => {
  const { rotation, lead, member, other } = await given.rotation({ slug: "tide-watch" });
  const people: Partial<Record<As, Person>> = { lead, member, stranger: await given.stranger() };
  for (const as of ["read", "write", "lead", "member", "stranger"] as const)
    tokens[as] = (
      await createToken(db(), { scope: as === "read" ? "read" : "write", ...(people[as] && { person: people[as] }) })
    ).secret;
  const leaver = await createPerson(db(), { email: "leaver@harbour.example" });
  await deactivatePerson(db(), leaver);
  await createPerson(db(), { email: "ada@harbour.example" });

  const span = (from: number, to: number) => ({ from: after(from), to: after(to) });
  ids.override = (await createOverride(db(), rotation, { person: other, ...span(day, 30) })).id;
  ids.open = (await createCoverRequest(db(), rotation, { person: lead, ...span(50, 60) })).id;
  const taken = await createCoverRequest(db(), rotation, { person: lead, ...span(70, 80) });
  await claimCoverRequest(db(), taken, { by: other });
  ids.taken = taken.id;
  setClock(after(2));
});
afterAll(() => setClock(undefined));

const iso = (hours: number) => after(hours).toString();
const span = (from: number, to: number) => ({ from: iso(from), to: iso(to) });
const layer = {
  name: "weekly",
  timeZone: "Europe/Lisbon",
  startsAt: "2026-01-05T09:00",
  every: 1,
  unit: "week",
  participants: ["ada@harbour.example"],
};
const allWeek = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

type BadLayer = [what: string, change: object, path: string];
const badLayers: BadLayer[] = [
  ["an unknown zone", { timeZone: "Mars/Base" }, "timeZone"],
  ["an offset as a zone", { timeZone: "+02:00" }, "timeZone"],
  ["a handoff at 25:00", { startsAt: "2026-01-05T25:00" }, "startsAt"],
  ["a day that is not on the calendar", { startsAt: "2026-02-30T09:00" }, "startsAt"],
  ["a handoff with an offset", { startsAt: "2026-01-05T09:00Z" }, "startsAt"],
  ["every 0", { every: 0 }, "every"],
  ["every 1,000", { every: 1_000 }, "every"],
  ["every 1.5", { every: 1.5 }, "every"],
  ["an unknown unit", { unit: "fortnight" }, "unit"],
  ["nobody", { participants: [] }, "participants"],
  ["201 people", { participants: Array(201).fill("ada@harbour.example") }, "participants"],
  ["somebody unknown", { participants: ["ada@harbour.example", "nobody@harbour.example"] }, "participants.1"],
  ["somebody deactivated", { participants: ["leaver@harbour.example"] }, "participants.0"],
  ["no address", { participants: ["Ada Moreau"] }, "participants.0"],
  ["a first turn below 0", { firstTurn: -1 }, "firstTurn"],
  ["hours that begin at 24:00", { hours: [{ weekdays: ["monday"], from: "24:00", to: "09:00" }] }, "hours.0.from"],
  ["hours on no day", { hours: [{ weekdays: [], from: "09:00", to: "17:00" }] }, "hours.0.weekdays"],
  ["hours on an unknown day", { hours: [{ weekdays: ["mon"], from: "09:00", to: "17:00" }] }, "hours.0.weekdays.0"],
  ["51 windows", { hours: Array(51).fill({ weekdays: allWeek, from: "09:00", to: "17:00" }) }, "hours"],
  ["no name", { name: " " }, "name"],
  ["a field that a layer does not have", { hour: [] }, "hour"],
];

test.each(badLayers)(
  "a layer with %s is refused, naming the field, and nothing is written",
  async (_, change, path) => {
    const body = { name: "New watch", team: "nobodys", layers: [layer, { ...layer, name: "late", ...change }] };
    for (const slug of ["new-watch", "tide-watch"]) {
      const { team } = await teamOf();
      await refused(
        `PUT /rotations/${slug}`,
        { token: tokens.write, body: { ...body, team } },
        422,
        `layers.1.${path}`,
      );
    }
  },
);

const teamOf = async () => ({ team: (await given.team()).team.slug });

type Row = [
  what: string,
  call: () => string,
  as: As | undefined,
  body: object | undefined,
  status: number,
  path?: string,
];
const put = (facts: object) => ({ name: "Tide watch", layers: [layer], ...facts });
const tide =
  (rest = "") =>
  () =>
    `/rotations/tide-watch${rest}`;
const at = (method: string, address: () => string) => () => `${method} ${address()}`;

const rows: Row[] = [
  ["no token", at("GET", tide("/on-call")), undefined, undefined, 401],
  ["a read token that writes", at("POST", tide("/overrides")), "read", {}, 403],
  ["an unknown rotation", () => "GET /rotations/nobody-stands-this", "read", undefined, 404],
  ["the shifts of an unknown rotation", () => "GET /rotations/nobody/shifts", "read", undefined, 404],
  ["the seat of an unknown rotation", () => "GET /rotations/nobody/on-call", "read", undefined, 404],
  ["the overrides of an unknown rotation", () => "GET /rotations/nobody/overrides", "read", undefined, 404],
  ["the requests of an unknown rotation", () => "GET /rotations/nobody/cover-requests", "read", undefined, 404],
  ["an override in an unknown rotation", () => "POST /rotations/nobody/overrides", "lead", span(40, 45), 404],
  ["the seats of an unknown service", () => "GET /services/nobody/on-call", "read", undefined, 404],
  ["the shifts of an unknown person", () => "GET /people/nobody@example.com/shifts", "read", undefined, 404],
  ["an unknown override", at("DELETE", tide(`/overrides/${crypto.randomUUID()}`)), "lead", undefined, 404],
  ["an override that cannot exist", at("DELETE", tide("/overrides/7")), "lead", undefined, 404],
  ["a request that cannot exist", () => "POST /cover-requests/7/claim", "member", undefined, 404],
  ["an unknown request", () => `DELETE /cover-requests/${crypto.randomUUID()}`, "member", undefined, 404],
  ["a wrong method", at("PUT", tide("/overrides")), "lead", {}, 405],

  [
    "no layers for a new rotation",
    () => "PUT /rotations/new-watch",
    "write",
    { name: "New", layers: undefined },
    422,
    "layers",
  ],
  ["an empty list of layers", at("PUT", tide()), "write", put({ layers: [] }), 422, "layers"],
  ["21 layers", at("PUT", tide()), "write", put({ layers: Array(21).fill(layer) }), 422, "layers"],
  ["two layers of one name", at("PUT", tide()), "write", put({ layers: [layer, layer] }), 422, "layers.1.name"],
  ["an unknown team", at("PUT", tide()), "write", put({ team: "nobody" }), 422, "team"],
  ["no name", at("PUT", tide()), "write", { layers: [layer] }, 422, "name"],
  ["an unknown field", at("PUT", tide()), "write", put({ layer: [] }), 422, "layer"],
  ["a bad slug to create", () => "PUT /rotations/Not%20A%20Slug", "write", put({}), 422, "slug"],
  ["a second version in the past", at("PUT", tide()), "write", put({ effectiveFrom: iso(-day) }), 422, "effectiveFrom"],
  [
    "a version of the year 9999",
    at("PUT", tide()),
    "write",
    put({ effectiveFrom: "9999-01-01T00:00:00Z" }),
    422,
    "effectiveFrom",
  ],
  ["a stranger who changes it", at("PUT", tide()), "stranger", put({}), 403],

  [
    "a window that ends before it begins",
    at("GET", tide(`/shifts?from=${iso(5)}&to=${iso(4)}`)),
    "read",
    undefined,
    422,
    "to",
  ],
  ["a window of nothing", at("GET", tide(`/shifts?from=${iso(5)}&to=${iso(5)}`)), "read", undefined, 422, "to"],
  [
    "a window of 401 days",
    at("GET", tide(`/shifts?from=${iso(0)}&to=${iso(401 * day)}`)),
    "read",
    undefined,
    422,
    "to",
  ],
  [
    "a window of 500 years",
    at("GET", tide("/shifts?from=2026-01-01T00:00:00Z&to=2526-01-01T00:00:00Z")),
    "read",
    undefined,
    422,
    "to",
  ],
  [
    "a window of 170 years",
    at("GET", tide("/shifts?from=2026-01-01T00:00:00Z&to=2196-01-01T00:00:00Z")),
    "read",
    undefined,
    422,
    "to",
  ],
  [
    "a window of a person that is too long",
    () => `GET /people/ada@harbour.example/shifts?to=${iso(500 * day)}`,
    "read",
    undefined,
    422,
    "to",
  ],
  ["overrides of too long a window", at("GET", tide(`/overrides?to=${iso(500 * day)}`)), "read", undefined, 422, "to"],
  ["an instant without offset", at("GET", tide("/on-call?at=2026-03-02T09:00:00")), "read", undefined, 422, "at"],
  ["the year 0", at("GET", tide("/on-call?at=0000-03-02T09:00:00Z")), "read", undefined, 422, "at"],
  ["the year 9999", () => "GET /services/x/on-call?at=9999-12-31T23:59:59Z", "read", undefined, 422, "at"],
  ["a cursor of another list", at("GET", tide("/overrides?cursor=WyJhIiwiYiJd")), "read", undefined, 422, "cursor"],
  ["a limit of 0", at("GET", tide("/cover-requests?limit=0")), "read", undefined, 422, "limit"],

  ["an override over another", at("POST", tide("/overrides")), "member", span(26, 40), 409, "replace"],
  ["an override that ends before it begins", at("POST", tide("/overrides")), "member", span(45, 40), 422, "to"],
  ["an override that is over", at("POST", tide("/overrides")), "member", span(-9, 1), 422, "to"],
  ["an override without an end", at("POST", tide("/overrides")), "member", { from: iso(40) }, 422, "to"],
  [
    "an override for 500 years",
    at("POST", tide("/overrides")),
    "member",
    { from: iso(90), to: "2526-01-01T00:00:00Z" },
    422,
    "to",
  ],
  [
    "an override for 170 years",
    at("POST", tide("/overrides")),
    "member",
    { from: iso(90), to: "2196-01-01T00:00:00Z" },
    422,
    "to",
  ],
  [
    "an override for nobody known",
    at("POST", tide("/overrides")),
    "lead",
    { ...span(40, 45), person: "nobody@harbour.example" },
    422,
    "person",
  ],
  [
    "an override for somebody deactivated",
    at("POST", tide("/overrides")),
    "lead",
    { ...span(40, 45), person: "leaver@harbour.example" },
    422,
    "person",
  ],
  ["a program that names nobody", at("POST", tide("/overrides")), "write", span(40, 45), 422, "person"],
  [
    "a reason of 501 characters",
    at("POST", tide("/overrides")),
    "member",
    { ...span(40, 45), reason: "x".repeat(501) },
    422,
    "reason",
  ],
  ["a stranger who takes the watch", at("POST", tide("/overrides")), "stranger", span(40, 45), 403],
  [
    "a member who names another",
    at("POST", tide("/overrides")),
    "member",
    { ...span(40, 45), person: "ada@harbour.example" },
    403,
  ],

  ["a program that asks for nobody", at("POST", tide("/cover-requests")), "write", span(40, 45), 422, "person"],
  [
    "cover for what one does not hold",
    at("POST", tide("/cover-requests")),
    "lead",
    span(week + 1, week + 2),
    422,
    "from",
  ],
  ["cover that is asked for already", at("POST", tide("/cover-requests")), "lead", span(55, 65), 409],
  ["cover that ends before it begins", at("POST", tide("/cover-requests")), "lead", span(45, 40), 422, "to"],
  ["a claim on one's own request", () => `POST /cover-requests/${ids.open}/claim`, "lead", undefined, 409],
  ["a claim on a taken request", () => `POST /cover-requests/${ids.taken}/claim`, "member", undefined, 409],
  ["a claim by a program", () => `POST /cover-requests/${ids.open}/claim`, "write", undefined, 403],
  ["a claim by a stranger", () => `POST /cover-requests/${ids.open}/claim`, "stranger", undefined, 403],
  [
    "a claim with an unknown field",
    () => `POST /cover-requests/${ids.open}/claim`,
    "member",
    { who: "me" },
    422,
    "who",
  ],
  ["a withdrawal of a taken request", () => `DELETE /cover-requests/${ids.taken}`, "lead", undefined, 409],
  [
    "a stranger who ends an override",
    () => `DELETE /rotations/tide-watch/overrides/${ids.override}`,
    "stranger",
    undefined,
    403,
  ],
  [
    "a swap of two spans that meet",
    at("POST", tide("/swaps")),
    "lead",
    { first: span(85, 90), second: span(88, 95) },
    422,
    "second.from",
  ],
  [
    "a swap of what several hold",
    at("POST", tide("/swaps")),
    "lead",
    { first: span(85, 90), second: span(week - 5, week + 5) },
    422,
    "second.from",
  ],
  ["half a swap", at("POST", tide("/swaps")), "lead", { first: span(85, 90) }, 422, "second"],
];

test.each(rows)("%s gets its problem and changes nothing", async (_what, call, as, body, status, path) => {
  const token = as && tokens[as];
  await refused(call(), { token, ...(body && { body: await withTeam(body) }) }, status, path);
});

/** A body of a rotation has to name its team. */
async function withTeam(body: object): Promise<object> {
  return "layers" in body && !("team" in body) ? { ...body, ...(await teamOf()) } : body;
}

test("a claim whose body is no JSON is refused, one without a body is not read", async () => {
  const claim = `POST /cover-requests/${ids.open}/claim`;
  await refused(claim, { token: tokens.member, raw: "{" }, 422);
  await refused(claim, { token: tokens.member, raw: "who=me", headers: { "content-type": "text/plain" } }, 415);
  const own = await refused(claim, { token: tokens.lead, raw: "" }, 409);
  expect(own.detail).toContain("your own request");
});

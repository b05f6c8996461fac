import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import {
  criteria,
  criterionLinks,
  installation,
  managerTellings,
  notifications,
  recordNotes,
  recordReads,
  recordShares,
} from "#db/schema";
import type { Person } from "#db/seed/people";
import { changeManager, createPerson, createTeam, createToken, makeAdministrator } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { sessionCookie, writeSession } from "#lib/auth/sessions";
import { now, setClock } from "#lib/clock";
import type { FormState } from "#lib/form-state";
import { changeEmail } from "#lib/people/commands";
import { shareRecordAction, withdrawShareAction, writeNoteAction } from "#lib/records/actions";
import { linkCriterionAction } from "#lib/records/criteria/actions";
import { linkCriterion } from "#lib/records/criteria/link-commands";
import { tellManagersDue } from "#lib/records/tell-managers";
import { rememberLocalSecret } from "#lib/running-server";
import { GET as callApi } from "../../../../api/v1/people/[email]/record/route";
import { PUT as putTeamByApi } from "../../../../api/v1/teams/[slug]/route";
import { GET as readFile } from "../record.md/route";
import { loadRecord, recordTitle } from "./load-record";
import { loadSharing } from "./sharing/load-sharing";

let cookie: string | undefined;
vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (cookie ? { value: cookie } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`led to ${path}`);
  },
  notFound: () => {
    throw new Error("not found");
  },
  unstable_rethrow: vi.fn(),
}));

testDatabase();

const origin = "https://bill.harbour.example";
const bootstrapToken = "bootstrap-token-of-at-least-32-characters";
const localSecret = "the-local-secret-of-this-data-folder";
const nobody = "nobody-at-all@harbour.example";
const present = Temporal.Instant.from("2026-03-04T12:00:00Z");
const idle: FormState = { status: "idle" };

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", "a secret of this test file, long enough");
  vi.stubEnv("AUTH_URL", origin);
  vi.stubEnv("WATCHBILL_DEMO", "0");
  vi.stubEnv("WATCHBILL_BOOTSTRAP_TOKEN", bootstrapToken);
  rememberLocalSecret(localSecret);
  setClock(present);
});

afterAll(() => setClock(undefined));

type Scope = "read" | "write" | "intake" | "admin";
/** How somebody comes: with the session of a browser, or with a token. */
type Credential = { session?: Person; bearer?: string };
type Way = "page" | "file" | "api" | "sharing" | "link";

const everything: Way[] = ["page", "file", "api", "sharing", "link"];
const asManager: Way[] = ["page", "file", "api", "link"];
const asReader: Way[] = ["page", "file", "api"];

/** A team of which `person` is a member, with everybody around them whom the table names. */
async function newWorld() {
  const above = await createTeam(db(), { manager: await createPerson(db()) });
  const managersManager = await createPerson(db());
  const top = await createTeam(db(), { manager: managersManager, parent: above });
  const { team, member: person, lead, manager } = await given.team({ parent: top });
  const [teammate, notYetTold, reader, withdrawn] = [
    await createPerson(db()),
    await createPerson(db()),
    await createPerson(db()),
    await createPerson(db()),
  ];
  const second = await createTeam(db(), { members: [person, teammate], manager: notYetTold });
  const { manager: otherManager } = await given.team();
  const told = (by: Person, hours: number) => ({
    ...{ personId: person.id, managerId: by.id, toldAt: present.subtract({ hours }) },
  });
  await db()
    .insert(managerTellings)
    .values([told(manager, 24), told(managersManager, 1_000), told(notYetTold, 23)]);
  const shares = await db()
    .insert(recordShares)
    .values([
      { personId: person.id, readerId: reader.id, sharedAt: present.subtract({ hours: 1 }) },
      { personId: person.id, readerId: withdrawn.id, sharedAt: present.subtract({ hours: 2 }), withdrawnAt: present },
    ])
    .returning();
  await db().insert(recordNotes).values({ personId: person.id, line: null, text: "My own words", writtenAt: present });
  const [criterion] = await db()
    .insert(criteria)
    .values({ level: "Senior", text: "Stands a watch.", position: 1, createdAt: present, changedAt: present })
    .returning();
  if (!criterion || !shares[0]) throw new Error("The database returned nothing.");
  const around = { lead, teammate, manager, managersManager, notYetTold, otherManager, reader, withdrawn };
  return { person, team, second, criterion, share: shares[0], ...around };
}

const tokenOf = async (person: Person | undefined, scope: Scope) =>
  (await createToken(db(), { scope, ...(person ? { person } : {}) }, present.subtract({ hours: 1 }))).secret;

type World = Awaited<ReturnType<typeof newWorld>>;

/** Everybody who might come, each with all that is open to them, and by what right it is noted. Nothing else is. */
async function everybody(world: World): Promise<[string, Credential, Way[], ("manager" | "shared")?][]> {
  const { person, manager, managersManager, reader } = world;
  const [administrator, stranger] = [await given.administrator(), await given.stranger()];
  const rows: [string, Credential, Way[], ("manager" | "shared")?][] = [
    ["the person", { session: person }, everything],
    ["their manager", { session: manager }, asManager, "manager"],
    ["their manager's manager", { session: managersManager }, asManager, "manager"],
    ["a manager of whom they were told less than a day ago", { session: world.notYetTold }, []],
    ["a teammate", { session: world.teammate }, []],
    ["the lead of their team", { session: world.lead }, []],
    ["the manager of another team", { session: world.otherManager }, []],
    ["an administrator", { session: administrator }, []],
    ["a stranger", { session: stranger }, []],
    ["whom they share it with", { session: reader }, asReader, "shared"],
    ["whom they shared it with until they withdrew that", { session: world.withdrawn }, []],
    ["the bootstrap token", { bearer: bootstrapToken }, []],
    ["the secret of the data folder", { bearer: localSecret }, []],
    ["nobody", {}, []],
  ];
  const scopes: Scope[] = ["read", "write", "intake", "admin"];
  for (const scope of scopes) {
    rows.push([`a service token for ${scope}`, { bearer: await tokenOf(undefined, scope) }, []]);
    for (const [who, owner, ways, right] of [
      ["the person's", person, ["file", "api", "link"], undefined],
      ["their manager's", manager, ["file", "api", "link"], "manager"],
      ["a reader's", reader, ["file", "api"], "shared"],
      ["an administrator's", administrator, [], undefined],
      ["a teammate's", world.teammate, [], undefined],
    ] as const) {
      const open = scope === "intake" ? [] : ways.filter((way) => way !== "link" || scope !== "read");
      rows.push([`${who} own token for ${scope}`, { bearer: await tokenOf(owner, scope) }, [...open], right]);
    }
  }
  return rows;
}

async function come({ session }: Credential): Promise<void> {
  cookie = session && (await writeSession({ personId: session.id, beganAt: present.subtract({ hours: 1 }) }));
}

const ask = ({ bearer }: Credential, path: string) =>
  new Request(`${origin}${path}`, {
    headers: {
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(cookie ? { cookie: `${sessionCookie().name}=${cookie}` } : {}),
    },
  });

/** Everything that somebody is answered on each way, so that two answers can be held against each other. */
async function answers(credential: Credential, address: string, criterion: string): Promise<Record<Way, string>> {
  await come(credential);
  const encoded = encodeURIComponent(address);
  const params = Promise.resolve({ person: encoded });
  const page = { params, searchParams: Promise.resolve({}) };
  const text = async (answer: Promise<Response>) => {
    const { status, body } = await answer.then(async (response) => ({
      status: response.status,
      body: await response.text(),
    }));
    return status === 200 ? "open" : `${status} ${body}`;
  };
  const shown = (work: Promise<unknown>) =>
    work.then(
      () => "open",
      (error: Error) => error.message,
    );
  return {
    page: `${await shown(loadRecord(page))}`,
    file: await text(readFile(ask(credential, `/people/${encoded}/record.md`), { params })),
    api: await text(
      callApi(ask(credential, `/api/v1/people/${encoded}/record`), { params: Promise.resolve({ email: address }) }),
    ),
    sharing: await shown(loadSharing(params)),
    link: await linked(credential, address, criterion),
  };
}

/** Sessions come through the action, tokens can only reach what the action does. */
async function linked(credential: Credential, address: string, criterion: string): Promise<string> {
  const line = `alert:${crypto.randomUUID()}`;
  if (!credential.bearer) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ criterion, person: address, line })) form.set(name, value);
    return linkCriterionAction(idle, form).then(
      (state) => (state.status === "done" ? "open" : state.status === "failed" ? state.message : ""),
      (error: Error) => error.message,
    );
  }
  const { apiViewer } = await import("#lib/auth/api-viewer");
  const viewer = await apiViewer(ask(credential, "/"));
  return linkCriterion(viewer, { criterion, person: address, line }).then(
    () => "open",
    (error: Error) => error.message,
  );
}

test("a record is open to exactly those whom the table names; to all others it is as if nobody were there", async () => {
  const world = await newWorld();
  const { person, criterion } = world;
  const rows = await everybody(world);
  const found: Record<string, Way[]> = {};
  for (const [name, credential, , right] of rows) {
    const before = new Set((await readsOf(person)).map(({ id }) => id));
    const real = await answers(credential, person.email ?? "", criterion.id);
    const missing = await answers(credential, nobody, criterion.id);
    const open = everything.filter((way) => real[way] === "open");
    found[name] = open;
    for (const way of everything.filter((one) => !open.includes(one))) {
      // A token for reading may not write, which it is told of whatever it names.
      if (way === "link" && real.link.startsWith("Only ")) continue;
      expect(real[way], `${name}: ${way}`).toBe(missing[way]);
    }
    expect(Object.values(missing), name).not.toContain("open");
    const noted = (await readsOf(person)).filter(({ id }) => !before.has(id));
    const isWatched = right !== undefined;
    // An hour has one entry for each way: whose session and token say the same person, that person opened it once.
    for (const read of noted) expect(read, name).toMatchObject({ right });
    if (!isWatched) expect(noted, name).toEqual([]);
  }
  expect(found).toEqual(Object.fromEntries(rows.map(([name, , ways]) => [name, ways])));
});

const readsOf = (person: Person) =>
  db().select().from(recordReads).where(eq(recordReads.personId, person.id)).orderBy(recordReads.at, recordReads.id);

test("each opening by another is noted before anything is read, with its way and right, once an hour; one's own is not", async () => {
  const { person, manager, reader, team } = await newWorld();
  for (const session of [person, manager, manager, reader])
    await answers({ session }, person.email ?? "", crypto.randomUUID());
  const reads = await readsOf(person);
  expect(reads.map(({ readerId, way, right, teamId }) => [readerId, way, right, teamId]).toSorted()).toEqual(
    [
      ...(["screen", "export", "api"] as const).map((way) => [manager.id, way, "manager", team.id]),
      ...(["screen", "export", "api"] as const).map((way) => [reader.id, way, "shared", null]),
    ].toSorted(),
  );
  setClock(present.add({ hours: 1 }));
  await answers({ session: manager }, person.email ?? "", crypto.randomUUID());
  setClock(present);
  expect(await readsOf(person)).toHaveLength(9);
});

test("a withdrawn share closes the record at once, on every way", async () => {
  const { person, reader, share, criterion } = await newWorld();
  expect((await answers({ session: reader }, person.email ?? "", criterion.id)).page).toBe("open");
  await come({ session: person });
  expect(await act(withdrawShareAction, { share: share.id })).toMatchObject({ status: "done" });
  const real = await answers({ session: reader }, person.email ?? "", criterion.id);
  expect(real).toEqual(await answers({ session: reader }, nobody, criterion.id));
});

test("nobody writes, erases or shares in another's record: whatever a form names, it is one's own", async () => {
  const world = await newWorld();
  const { person, share } = world;
  const forged = { person: person.email ?? "", personId: person.id };
  for (const session of [world.manager, world.reader, world.lead, await given.administrator()]) {
    await come({ session });
    await act(writeNoteAction, { ...forged, line: "", text: "Not theirs" });
    await act(shareRecordAction, { ...forged, reader: world.teammate.email ?? "" });
    expect(await act(withdrawShareAction, { ...forged, share: share.id })).toMatchObject({ status: "failed" });
  }
  const notes = await db().select().from(recordNotes).where(eq(recordNotes.personId, person.id));
  expect(notes.map(({ text }) => text)).toEqual(["My own words"]);
  const shares = await db().select().from(recordShares).where(eq(recordShares.personId, person.id));
  expect(shares.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ id }) => id)).toEqual([share.id]);
});

test("the title of the page gives nothing away either", async () => {
  const { person, teammate, manager } = await newWorld();
  const titleFor = async (session: Person, address: string) => {
    await come({ session });
    return recordTitle({
      params: Promise.resolve({ person: encodeURIComponent(address) }),
      searchParams: Promise.resolve({}),
    });
  };
  expect(await titleFor(teammate, person.email ?? "")).toBe(await titleFor(teammate, nobody));
  expect(await titleFor(manager, person.email ?? "")).toContain(person.name);
});

test("whoever has themselves made the manager by a token waits a day, in which the person is told", async () => {
  const { person, team, criterion, manager } = await newWorld();
  await db().insert(installation).values({ isDemo: false, createdAt: present }).onConflictDoNothing();
  const schemer = await given.administrator();
  const body = JSON.stringify({ name: team.name, kind: "delivery", manager: schemer.email });
  const headers = { authorization: `Bearer ${bootstrapToken}`, "content-type": "application/json" };
  const request = new Request(`${origin}/api/v1/teams/${team.slug}`, { method: "PUT", headers, body });
  expect((await putTeamByApi(request, { params: Promise.resolve({ slug: team.slug }) })).status).toBe(200);

  const isOpen = async (session: Person) =>
    (await answers({ session }, person.email ?? "", criterion.id)).page === "open";
  expect(await isOpen(schemer)).toBe(false);
  expect(await isOpen(manager)).toBe(false);
  await tellManagersDue(present);
  const told = await db().select().from(notifications).where(eq(notifications.personId, person.id));
  expect(JSON.stringify(told.map(({ message }) => message))).toContain(schemer.name);
  setClock(present.add({ hours: 23 }));
  expect(await isOpen(schemer)).toBe(false);
  // What they are told of can be undone before it matters.
  await changeManager(db(), team, { to: manager }, now());
  setClock(present.add({ hours: 25 }));
  expect(await isOpen(schemer)).toBe(false);
  setClock(present);
});

test("being made an administrator, or taking the address that a manager had, gives nothing", async () => {
  const { person, manager, criterion } = await newWorld();
  const schemer = await createPerson(db());
  await makeAdministrator(db(), schemer, {}, present);
  const { findPersonViewer } = await import("#lib/auth/viewer-rows");
  const viewer = await findPersonViewer(schemer.id, present, present);
  if (!viewer) throw new Error("Nobody is signed in.");
  const address = manager.email ?? "";
  await changeEmail(viewer, { person: address, email: `former-${address}` }, present);
  await changeEmail(viewer, { person: schemer.email ?? "", email: address }, present);
  const real = await answers({ session: schemer }, person.email ?? "", criterion.id);
  expect(real).toEqual(await answers({ session: schemer }, nobody, criterion.id));
  // Nor does the manager's own account open it, now that somebody else may have its address.
  const theirs = await answers({ session: manager }, person.email ?? "", criterion.id);
  expect(theirs.page).not.toBe("open");
});

function act(action: (state: FormState, form: FormData) => Promise<FormState>, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return action(idle, form);
}

test("only those who may point something out have done so", async () => {
  const { person, manager, reader, criterion } = await newWorld();
  for (const session of [person, manager, reader]) await linked({ session }, person.email ?? "", criterion.id);
  await come({ session: person });
  for (const session of [person, manager, reader]) {
    await come({ session });
    await linked({ session }, person.email ?? "", criterion.id);
  }
  const links = await db().select().from(criterionLinks).where(eq(criterionLinks.personId, person.id));
  expect(new Set(links.map(({ byId }) => byId))).toEqual(new Set([person.id, manager.id]));
});

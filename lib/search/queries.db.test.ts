import { expect, test } from "vitest";
import { db } from "#db/client";
import {
  createPerson,
  createRotation,
  createService,
  createTeam,
  deactivatePerson,
  rememberSeen,
  retireRotation,
  retireService,
} from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { findPersonViewer, serviceViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { Forbidden } from "#lib/errors";
import { searchText } from "#lib/search/paste-queries";
import { search } from "#lib/search/queries";
import { listRecent } from "#lib/search/recent-queries";

testDatabase();

const reader = serviceViewer("A reader", "read");
const found = async (query: string) => (await search(reader, query)).map(({ name, why }) => [name, why]);

test("the exact name comes first, then beginnings, parts, descriptions; each says why", async () => {
  await createService(db(), { name: "Sea wall", slug: "sea-wall", description: "Keeps a lantern dry." });
  await createService(db(), { name: "Old lantern", slug: "old-lantern" });
  await createService(db(), { name: "Lanterns", slug: "lamp-store" });
  await createService(db(), { name: "Lantern", slug: "light" });
  await createTeam(db(), { name: "Keepers", slug: "lantern-keepers" });

  expect(await found(" lanTERN ")).toEqual([
    ["Lantern", "this is the name"],
    ["Lanterns", "the name begins with “lanTERN”"],
    ["Keepers", "the address begins with “lanTERN”"],
    ["Old lantern", "a word of the name begins with “lanTERN”"],
    ["Sea wall", "the description mentions “lanTERN”"],
  ]);
  expect((await found("lantren")).map(([name]) => name)).toContain("Lantern");
  expect(await found("lantren")).toEqual(await found("lantren"));
});

test("people are found by name, by address, and by what is nearly their name", async () => {
  await createPerson(db(), { name: "Tomás Quillfeather", email: "t.quill@harbour.example" });
  expect(await found("t.quill@harbour.example")).toEqual([["Tomás Quillfeather", "this is the address"]]);
  expect((await found("quilfeather"))[0]).toEqual(["Tomás Quillfeather", "the name is like “quilfeather”"]);
  const [item] = await search(reader, "quillf");
  expect(item).toMatchObject({ kind: "person", slug: null, url: "/people/t.quill%40harbour.example" });
});

test("a rotation is found with its team, and led to from a text; a retired one is not", async () => {
  const team = await createTeam(db(), { name: "Harbour pilots" });
  await createRotation(db(), { team, name: "Fairway watch", slug: "fairway-watch" });
  await retireRotation(db(), await createRotation(db(), { team, name: "Fairway nights", isTeamDefault: false }));
  expect(await search(reader, "fairway")).toEqual([
    {
      kind: "rotation",
      slug: "fairway-watch",
      email: null,
      name: "Fairway watch",
      hint: "Harbour pilots",
      url: "/rotations/fairway-watch",
      why: "the name begins with “fairway”",
      service: null,
      section: null,
      excerpt: null,
    },
  ]);
  expect(await searchText(reader, "paged fairway-watch twice")).toMatchObject([
    { kind: "rotation", url: "/rotations/fairway-watch", hint: "Harbour pilots" },
  ]);
});

test("what was retired and who left is not found", async () => {
  await retireService(db(), await createService(db(), { name: "Foghorn", slug: "foghorn" }));
  await deactivatePerson(db(), await createPerson(db(), { name: "Foghorn Leaver" }));
  expect(await found("foghorn")).toEqual([]);
  expect(await searchText(reader, "foghorn and Foghorn Leaver")).toEqual([]);
});

test("one letter has to begin a word, and nothing finds nothing", async () => {
  await createService(db(), { name: "Zephyr", slug: "zephyr" });
  await createService(db(), { name: "Plaza", slug: "plaza", description: null });
  expect(await found("z")).toEqual([["Zephyr", "the name begins with “z”"]]);
  expect(await found("   ")).toEqual([]);
});

test("a pasted text leads to what it names, the most particular name first, with the line", async () => {
  await createService(db(), { name: "Berth", slug: "berth" });
  await createService(db(), { name: "Berth planner", slug: "berth-planner" });
  const text = "2026-03-02 ERROR\npod berth-planner-7f9c4d-x2k exited\nberth answered 503";
  expect((await searchText(reader, text)).map(({ slug, why }) => [slug, why])).toEqual([
    ["berth-planner", "line 2 says “berth-planner”"],
    ["berth", "line 2 says “berth”"],
  ]);
  expect(await searchText(reader, "{}\"\\',; %_ \u0001")).toEqual([]);
});

test("what somebody opened lately comes latest first, without what is gone; a token has opened nothing", async () => {
  const person = await createPerson(db());
  const [first, second, gone] = [await createService(db()), await createTeam(db()), await createService(db())];
  await rememberSeen(db(), person, { noun: "service", thing: first }, Temporal.Instant.from("2026-02-01T00:00:00Z"));
  await rememberSeen(db(), person, { noun: "team", thing: second }, Temporal.Instant.from("2026-02-02T00:00:00Z"));
  await rememberSeen(db(), person, { noun: "service", thing: gone }, Temporal.Instant.from("2026-02-03T00:00:00Z"));
  const watch = await createRotation(db());
  await rememberSeen(db(), person, { noun: "rotation", thing: watch }, Temporal.Instant.from("2026-02-04T00:00:00Z"));
  await retireService(db(), gone);
  const viewer = await findPersonViewer(person.id, now(), now());

  expect(viewer && (await listRecent(viewer)).map(({ name }) => name)).toEqual([watch.name, second.name, first.name]);
  expect(await listRecent(reader)).toEqual([]);
});

test("a token that may not read finds nothing out", async () => {
  const sender = serviceViewer("A sender", "intake");
  await expect(search(sender, "lantern")).rejects.toThrow(Forbidden);
  await expect(searchText(sender, "lantern")).rejects.toThrow(Forbidden);
});

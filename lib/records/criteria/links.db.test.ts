import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, managerTellings, recordShares } from "#db/schema";
import { createPerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, NotFound } from "#lib/errors";
import { retireCriterion, writeCriterion } from "#lib/records/criteria/commands";
import { CriterionLinkInput } from "#lib/records/criteria/inputs";
import { linkCriterion, unlinkCriterion } from "#lib/records/criteria/link-commands";
import { listCriterionLinks } from "#lib/records/criteria/queries";
import { lineKey } from "#lib/records/lines";

testDatabase();

const administrator = systemViewer("Setting the scene");
const at = Temporal.Instant.from("2027-03-01T09:00:00Z");
const line = lineKey("document", "01950000-0000-7000-8000-000000000001");

async function viewerOf({ id }: { id: string }) {
  const viewer = await findPersonViewer(id, at, at);
  if (!viewer) throw new Error("This person may not sign in.");
  return viewer;
}

async function scene() {
  const { member, manager } = await given.team();
  const criterion = await writeCriterion(administrator, { level: "Senior", text: "Keeps one runbook proven." }, at);
  return { member, manager, criterion, link: { criterion, person: member.email ?? "", line } };
}

test("the person and their manager point out a line once, whoever was first, and either takes it back", async () => {
  const { member, manager, link } = await scene();
  await db()
    .insert(managerTellings)
    .values({ personId: member.id, managerId: manager.id, toldAt: at.subtract({ hours: 25 }) });
  await linkCriterion(await viewerOf(member), link, at);
  await linkCriterion(await viewerOf(manager), link, at.add({ hours: 1 }));
  expect(await listCriterionLinks(member.id)).toMatchObject([
    { line, by: { name: member.name }, criterion: { level: "Senior", isRetired: false }, at: at.toString() },
  ]);
  await unlinkCriterion(await viewerOf(manager), link, at);
  expect(await listCriterionLinks(member.id)).toEqual([]);
});

test("a manager of whom the person was told less than a day ago finds no such record", async () => {
  const { member, manager, link } = await scene();
  await db()
    .insert(managerTellings)
    .values({ personId: member.id, managerId: manager.id, toldAt: at.subtract({ hours: 23 }) });
  await expect(linkCriterion(await viewerOf(manager), link, at)).rejects.toThrow(NotFound);
});

test("whom a record is shared with reads it and points out nothing; to everybody else it is not there", async () => {
  const { member, link } = await scene();
  const [reader, stranger] = [await createPerson(db()), await given.administrator()];
  await db()
    .insert(recordShares)
    .values({ personId: member.id, readerId: reader.id, sharedAt: at.subtract({ hours: 1 }) });
  await expect(linkCriterion(await viewerOf(reader), link, at)).rejects.toThrow(Forbidden);
  await expect(linkCriterion(await viewerOf(stranger), link, at)).rejects.toThrow(NotFound);
});

test("nothing is linked to what is expected no more, and what was linked before stays and says so", async () => {
  const { member, criterion, link } = await scene();
  await linkCriterion(await viewerOf(member), link, at);
  await retireCriterion(administrator, { criterion }, at);
  await expect(
    linkCriterion(
      await viewerOf(member),
      { ...link, line: lineKey("alert", "01950000-0000-7000-8000-000000000002") },
      at,
    ),
  ).rejects.toThrow(Conflict);
  expect(await listCriterionLinks(member.id)).toMatchObject([{ line, criterion: { isRetired: true } }]);
});

test("what is pointed out in a record is told in no history", async () => {
  const { member, link } = await scene();
  const before = await db().$count(events);
  await linkCriterion(await viewerOf(member), link, at);
  await unlinkCriterion(await viewerOf(member), link, at);
  expect(await db().$count(events)).toBe(before);
});

test("what is no line of a record is refused before anything is read", () => {
  const link = { criterion: crypto.randomUUID(), person: "ada@harbour.example" };
  for (const wrong of ["", "alert:", "verdict:01950000-0000-7000-8000-000000000001", `${line} `])
    expect(CriterionLinkInput.safeParse({ ...link, line: wrong }).success).toBe(false);
  expect(CriterionLinkInput.safeParse({ ...link, line }).success).toBe(true);
});

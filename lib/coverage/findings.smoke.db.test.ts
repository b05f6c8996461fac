import { expect, test } from "vitest";
import { db } from "#db/client";
import { alertReviews } from "#db/schema";
import { createFinding } from "#db/testing/coverage";
import {
  createAbsence,
  createAlert,
  createPerson,
  createService,
  createTeam,
  retireService,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { listConversations, listFindings } from "#lib/coverage/finding-queries";
import { browseNoise } from "#lib/coverage/noise-queries";
import { viewerOf } from "#lib/documents/testing/viewers";

testDatabase();

const at = Temporal.Instant.from("2026-03-04T09:00:00Z");
const days = (count: number) => at.subtract({ hours: 24 * count });

test("findings are told by kind, the soonest first, of the teams that were asked for", async () => {
  const { team, member } = await given.team();
  const { team: other } = await given.team();
  const service = await createService(db(), { team });
  const viewer = await viewerOf(member);
  const gap = (of: typeof team, ahead: number) =>
    createFinding(db(), {
      ...{ kind: "coming-gap", teamId: of.id, says: `Nobody in ${ahead} days.`, at },
      ...{ from: at.add({ hours: 24 * ahead }), to: at.add({ hours: 24 * ahead + 8 }) },
    });
  for (const ahead of [9, 2, 3, 4, 5, 6, 7, 8]) await gap(team, ahead);
  await gap(other, 1);
  const says = "Only Ada knows it.";
  await createFinding(db(), { kind: "single-expert", teamId: team.id, serviceId: service.id, says, at });

  const [single, gaps] = await listFindings(viewer, { teamId: team.id });
  expect(single).toMatchObject({ kind: "single-expert", count: 1, items: [{ says, service: { slug: service.slug } }] });
  expect(gaps).toMatchObject({ kind: "coming-gap", count: 8 });
  expect(gaps?.items.map(({ says }) => says)).toEqual([2, 3, 4, 5, 6, 7].map((ahead) => `Nobody in ${ahead} days.`));
  expect((await listFindings(viewer, {})).find(({ kind }) => kind === "coming-gap")?.count).toBe(9);
});

test("conversations are told to those who manage the person's team, and to nobody else", async () => {
  const above = await given.team();
  const boss = await createPerson(db());
  const chief = await createPerson(db());
  const engineer = await createPerson(db());
  const team = await createTeam(db(), { manager: boss, members: [engineer], parent: above.team });
  await createTeam(db(), { manager: chief });
  const says = "Stands three rotations.";
  await createFinding(db(), { kind: "holds-too-much", teamId: team.id, personId: engineer.id, says, at });
  await createFinding(db(), { kind: "holds-too-much", teamId: team.id, personId: boss.id, says: "Own.", at });

  const told = async (person: typeof boss, teamId?: string) =>
    (await listConversations(await viewerOf(person), { teamId }, at))?.map((finding) => finding.says);
  expect(await told(boss, team.id)).toEqual([says]);
  expect(await told(boss)).toEqual([says]);
  expect((await told(above.manager, above.team.id))?.toSorted()).toEqual(["Own.", says]);
  expect(await told(engineer, team.id)).toBeUndefined();
  expect(await told(above.lead, team.id)).toBeUndefined();
  expect(await told(await given.administrator(), team.id)).toBeUndefined();
  expect(await told(chief, team.id)).toBeUndefined();
  expect(await told(chief)).toEqual([]);
  const token = { ...(await viewerOf(boss)), kind: "service-token" as const, personId: null };
  expect(await listConversations(token, { teamId: team.id }, at)).toBeUndefined();
  // What the teams' work asks for names nobody.
  expect(await listFindings(await viewerOf(boss), { teamId: team.id })).toEqual([]);
});

test("a conversation tells why somebody is away in the words that this person shared, and names them once", async () => {
  const [boss, engineer] = [await createPerson(db()), await createPerson(db())];
  for (const _ of [1, 2]) {
    const team = await createTeam(db(), { manager: boss, members: [engineer] });
    const says = "A staff engineer in no rotation.";
    await createFinding(db(), { kind: "senior-without-rotation", teamId: team.id, personId: engineer.id, says, at });
  }
  await createAbsence(db(), engineer, { from: days(3), to: at.add({ hours: 240 }), reason: "A new child" });
  const told = await listConversations(await viewerOf(boss), {}, at);
  expect(told).toMatchObject([{ awayBecause: "A new child", person: { name: engineer.name } }]);
  expect((await listConversations(await viewerOf(boss), {}, at.add({ hours: 300 })))?.[0]?.awayBecause).toBeNull();
});

test("the rules that woke people for nothing come first, and time to engage is told beside the quarter before", async () => {
  const { service, delivery } = await given.ownedService();
  const quiet = await createService(db(), { team: delivery.team });
  const gone = await createService(db(), { team: delivery.team });
  const page = (facts: Parameters<typeof createAlert>[1], past: number, seconds: number | null) =>
    createAlert(
      db(),
      {
        ...{ service, deliveryPagedAt: days(past), resolvedAt: days(past).add({ hours: 1 }), ...facts },
        deliveryEngagedAt: seconds === null ? null : days(past).add({ seconds }),
      },
      days(past),
    );
  const review = async (alert: { id: string }, wasActionable: boolean | null, wasCustomerFacing: boolean | null) =>
    db()
      .insert(alertReviews)
      .values({ alertId: alert.id, personId: delivery.member.id, wasActionable, wasCustomerFacing, at });
  for (const past of [1, 2, 3]) await page({ rule: "Loud" }, past, 60 * past);
  await review(await page({ rule: "Idle" }, 4, 600), false, true);
  await review(await page({ rule: "Idle" }, 5, null), true, false);
  await review(await page({ rule: "Loud" }, 6, 30), true, true);
  await page({ rule: "Before" }, 100, 40);
  await page({ rule: "Long ago" }, 183, 1);
  await page({ rule: "Drill", isDrill: true }, 1, 1);
  await page({ rule: "Open", resolvedAt: null }, 1, null);
  await page({ rule: "Other", service: quiet }, 7, 90);
  await page({ rule: "Gone", service: gone }, 7, 90);
  await retireService(db(), gone);

  const viewer = await viewerOf(await given.stranger());
  const noise = await browseNoise(viewer, { team: delivery.team.slug }, at);
  expect(
    noise.rules.map(({ rule, needless, paged, nothingToDo, unnoticed }) => [
      rule,
      needless,
      paged,
      nothingToDo,
      unnoticed,
    ]),
  ).toEqual([
    ["Idle", 2, 2, 1, 1],
    ["Loud", 0, 4, 0, 0],
    ["Other", 0, 1, 0, 0],
  ]);
  expect(noise.now).toEqual({ paged: 7, reviewed: 3, needless: 2, answered: 6, medianSeconds: 105 });
  expect(noise.before).toMatchObject({ paged: 1, answered: 1, medianSeconds: 40 });
  expect(noise.services.map(({ service: of, now, before }) => [of.slug, now.paged, before.paged])).toEqual([
    [service.slug, 6, 1],
    [quiet.slug, 1, 0],
  ]);
  const one = await browseNoise(viewer, { service: quiet.slug }, at);
  expect([one.service?.slug, one.rules.map(({ rule }) => rule)]).toEqual([quiet.slug, ["Other"]]);
  const nowhere = await browseNoise(viewer, { team: "no-such-team", service: "Not A Slug" }, at);
  expect(nowhere.problems).toHaveLength(2);
});

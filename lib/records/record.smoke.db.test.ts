import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import {
  alertReviews,
  alerts,
  coverageSnapshots,
  drillPeople,
  drills,
  pages,
  people,
  signatureMatches,
  suggestions,
} from "#db/schema";
import type { Alert } from "#db/seed/alerts";
import type { Person } from "#db/seed/people";
import {
  claimCoverRequest,
  createAlert,
  createCoverRequest,
  createDocument,
  createMark,
  createOverride,
  createPerson,
  createReview,
  createRotation,
  createService,
  createShadow,
  createSignature,
  createSuggestion,
  createTeam,
  deactivatePerson,
  joinTeam,
  leaveTeam,
  swapShifts,
  tellOfAlert,
  transferService,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { openRecord } from "#lib/records/queries";
import type { RecordSection } from "#lib/records/views";

testDatabase();

const at = Temporal.Instant.from("2026-11-20T12:00:00Z");
const on = (day: string, time = "09:00") => Temporal.Instant.from(`${day}T${time}:00Z`);

async function recordOf(person: Person, days: { from?: string; to?: string } = {}, when = at) {
  const viewer = await findPersonViewer(person.id, when, when);
  const record = viewer && (await openRecord({ ...viewer, timeZone: "UTC" }, person.email ?? "", days, "screen", when));
  if (!record) throw new Error("They may not read their own record.");
  return record;
}

type Of = { sections: readonly RecordSection[] };
const section = (record: Of, kind: RecordSection["kind"]) =>
  record.sections.find((one) => one.kind === kind)?.lines ?? [];
const wordsOf = (record: Of, kind: RecordSection["kind"]) =>
  section(record, kind).map(({ title, says }) => [
    title,
    ...says.map(({ term, words }) => (term ? `${term}: ${words}` : words)),
  ]);
const allWords = ({ sections }: Of) => JSON.stringify(sections);

test("somebody of whom nothing is known yet has a record whose sections are empty", async () => {
  const record = await recordOf(await given.stranger());
  expect(record.sections.flatMap(({ lines }) => lines)).toEqual([]);
  expect(record.days).toMatchObject({
    preset: "two quarters",
    problem: undefined,
    from: "2026-05-21",
    to: "2026-11-20",
  });
  expect(record).toMatchObject({ canNote: true, canLink: true, right: { kind: "self" } });
});

test("a service that changed owner in the middle is told with both teams, and with nothing of the time outside them", async () => {
  const [first, second] = [await given.team(), await given.team()];
  const person = await createPerson(db());
  await joinTeam(db(), first.team, { person }, on("2026-01-05"));
  await joinTeam(db(), second.team, { person }, on("2026-08-01"));
  const service = await createService(db(), { name: "Ferry", team: first.team }, on("2025-01-01"));
  await transferService(db(), service, { to: second.team }, on("2026-07-01"));

  const [line, ...others] = wordsOf(await recordOf(person), "service");
  expect(others).toEqual([]);
  expect(line).toEqual([
    "Ferry",
    `With ${first.team.name}, which builds it, from 5 Jan 2026 to 1 Jul 2026, when ${second.team.name} took it over.`,
    `With ${second.team.name}, which builds it, since 1 Aug 2026.`,
  ]);
});

test("becoming a lead begins no new time with a service, and leaving the team ends it", async () => {
  const { team } = await given.team();
  const person = await createPerson(db());
  await createService(db(), { name: "Lock", team }, on("2025-01-01"));
  await joinTeam(db(), team, { person }, on("2026-02-01"));
  await leaveTeam(db(), team, { person }, on("2026-09-01"));
  expect(wordsOf(await recordOf(person), "service")).toEqual([
    ["Lock", `With ${team.name}, which builds it, from 1 Feb 2026 to 1 Sept 2026, when they left the team.`],
  ]);
  expect(section(await recordOf(person, { from: "2026-09-02", to: "2026-11-01" }), "service")).toEqual([]);
});

test("watches are told as they were stood: nights and weekends, what was taken over, and never what was given away", async () => {
  const [ada, lin] = [await createPerson(db(), { timeZone: "UTC" }), await createPerson(db(), { timeZone: "UTC" })];
  const team = await createTeam(db(), { members: [ada, lin] });
  const layer = { startsAt: "2026-06-01T09:00", timeZone: "UTC", participants: [ada, lin] };
  const rotation = await createRotation(db(), { team, name: "Quay primary", layers: [layer] }, on("2026-06-01"));
  const days = { from: "2026-06-01", to: "2026-06-28" };
  const before = await recordOf(lin, days);

  // Ada covers a night of Lin's by a request, and Lin takes one of Ada's.
  const asked = { person: lin, from: on("2026-06-09", "20:00"), to: on("2026-06-10", "08:00") };
  const request = await createCoverRequest(db(), rotation, { ...asked, reason: "Something private" });
  await claimCoverRequest(db(), request, { by: ada });

  const record = await recordOf(ada, days);
  expect(wordsOf(record, "rotation")).toEqual([
    ["Quay primary", "3 watches, from 1 Jun 2026 to 22 Jun 2026.", "They touched 15 nights and 4 weekend days."],
  ]);
  expect(wordsOf(record, "covered")).toEqual([
    ["Quay primary", "9 Jun 2026, 20:00 – 10 Jun 2026, 08:00, when a colleague asked for cover."],
  ]);
  expect(allWords(record)).not.toContain("Something private");
  expect(allWords(record)).not.toContain(lin.name);

  const other = await recordOf(lin, days);
  expect(section(other, "covered")).toEqual([]);
  expect(allWords(other)).not.toContain(ada.name);
  expect(JSON.stringify(wordsOf(other, "rotation"))).not.toMatch(/cover|gave|handed|hour/i);
  expect(section(other, "rotation").map(({ key }) => key)).toEqual(section(before, "rotation").map(({ key }) => key));
});

test("a swap moves one's own watch and is no standing in for somebody", async () => {
  const [ada, lin] = [await createPerson(db()), await createPerson(db())];
  const team = await createTeam(db(), { members: [ada, lin] });
  const layer = { startsAt: "2026-06-01T09:00", timeZone: "UTC", participants: [ada, lin] };
  const rotation = await createRotation(db(), { team, layers: [layer] }, on("2026-06-01"));
  await swapShifts(db(), rotation, {
    first: { person: ada, from: on("2026-06-15"), to: on("2026-06-16") },
    second: { person: lin, from: on("2026-06-22"), to: on("2026-06-23") },
  });
  for (const person of [ada, lin]) expect(section(await recordOf(person), "covered")).toEqual([]);
  await createOverride(db(), rotation, { person: ada, origin: "taken", from: on("2026-07-06"), to: on("2026-07-07") });
  expect(section(await recordOf(ada), "covered")).toHaveLength(1);
});

async function answered(person: Person, alert: Alert) {
  const facts = { alertId: alert.id, personId: person.id, seat: "delivery" as const, kind: "page" as const };
  await db()
    .insert(pages)
    .values({ ...facts, key: crypto.randomUUID(), at: alert.openedAt, answeredAt: alert.openedAt.add({ minutes: 4 }) });
}

test("alerts are told in the person's own words: those of whoever else resolved one are not theirs", async () => {
  const { service, delivery } = await given.ownedService({ name: "Till" });
  const [ada, lin] = [delivery.member, delivery.lead];
  const opened = on("2026-10-03", "03:12");
  const own = await createAlert(
    db(),
    { service, summary: "Nobody can pay", rule: "PayFails", status: "triggered" },
    opened,
  );
  const others = await createAlert(db(), { service, summary: "Slow", rule: "PaySlow" }, on("2026-10-04"));
  const drill = await createAlert(db(), { service, summary: "Rehearsed", isDrill: true }, on("2026-10-05"));
  for (const alert of [own, others, drill]) await answered(ada, alert);
  const over = { status: "resolved" as const, nextStepAt: null, resolvedAt: on("2026-10-06") };
  await db()
    .update(alerts)
    .set({ ...over, resolvedById: ada.id, cause: "The pool was empty", remedy: "Restart it." })
    .where(eq(alerts.id, own.id));
  await db()
    .update(alerts)
    .set({ ...over, resolvedById: lin.id, cause: "Lin knows", remedy: null })
    .where(eq(alerts.id, others.id));
  await tellOfAlert(db(), own, { kind: "noted", detail: { words: "It leaks since the deploy" }, by: ada }, opened);
  await tellOfAlert(db(), own, { kind: "noted", detail: { words: "Lin's note" }, by: lin }, opened);
  await db()
    .insert(alertReviews)
    .values({
      alertId: own.id,
      personId: ada.id,
      wasCustomerFacing: true,
      wasActionable: false,
      missing: "the pool's size",
      at: on("2026-10-04"),
    });

  expect(wordsOf(await recordOf(ada), "alert")).toEqual([
    ["Slow", "Till · PaySlow · 4 Oct 2026, 09:00."],
    [
      "Nobody can pay",
      "Till · PayFails · 3 Oct 2026, 03:12.",
      "It was: The pool was empty.",
      "What worked: Restart it.",
      "Noted: It leaks since the deploy.",
      "The morning after: Customers saw it, and there was nothing to do.",
      "The briefing lacked: the pool's size.",
    ],
  ]);
});

test("documents are told as written, confirmed and proven by those who used them; reviews of others' stand by themselves", async () => {
  const { service, delivery } = await given.ownedService({ name: "Crane" });
  const [ada, lin] = [delivery.member, delivery.lead];
  const runbook = await createDocument(db(), { service, by: ada, title: "Crane stuck" }, on("2026-06-02"));
  await createReview(db(), runbook, { by: ada }, on("2026-08-02"));
  await createMark(db(), runbook, { by: lin, step: "Restart it." }, on("2026-09-01"));
  await createMark(db(), runbook, { by: ada, step: "Look." }, on("2026-09-02"));
  await createMark(db(), runbook, { by: lin, step: "Wait.", verdict: "failed" }, on("2026-09-03"));
  const note = await createDocument(
    db(),
    { service, by: lin, kind: "note", title: "How the crane works" },
    on("2026-06-03"),
  );
  await createReview(db(), note, { by: ada, note: "Holds" }, on("2026-07-03"));
  const suggestion = await createSuggestion(db(), note, { by: delivery.manager }, on("2026-07-04"));
  await db()
    .update(suggestions)
    .set({ decidedAt: on("2026-07-05"), decidedById: ada.id, verdict: "accepted" })
    .where(eq(suggestions.id, suggestion.id));

  const record = await recordOf(ada);
  expect(wordsOf(record, "document")).toEqual([
    [
      "Crane stuck",
      "Runbook of Crane.",
      "Written: 2 Jun 2026.",
      "Confirmed: 2 Aug 2026.",
      `Worked for others: “Restart it.” for ${lin.name}, last on 1 Sept 2026.`,
    ],
  ]);
  expect(wordsOf(record, "review")).toEqual([
    [
      "How the crane works",
      `Answered a suggestion by ${delivery.manager.name} (accepted) to this document of Crane on 5 Jul 2026.`,
    ],
    ["How the crane works", "Confirmed this document of Crane on 3 Jul 2026.", "Said: Holds."],
  ]);
});

test("signatures are told with what they were right about, drills with what they showed, shadows from both sides", async () => {
  const { service, delivery } = await given.serviceOnWatch({ name: "Gate" });
  const { member: ada, other: lin, rotation } = delivery;
  const signature = await createSignature(db(), { service, by: ada, meaning: "The pool is empty" }, on("2026-03-02"));
  const alert = await createAlert(db(), { service, summary: "Gate shut" }, on("2026-09-02"));
  await db()
    .insert(signatureMatches)
    .values({ alertId: alert.id, signatureId: signature.id, at: on("2026-09-02") });
  const rehearsal = await createAlert(db(), { service, isDrill: true }, on("2026-09-09"));
  const [drill] = await db()
    .insert(drills)
    .values({
      serviceId: service.id,
      scenario: "The gate jams",
      plannedById: ada.id,
      plannedAt: on("2026-09-01"),
      alertId: rehearsal.id,
      raisedAt: on("2026-09-09"),
      learnt: "The number was wrong",
    })
    .returning();
  await db()
    .insert(drillPeople)
    .values({ drillId: drill?.id ?? "", personId: lin.id, askedAt: on("2026-09-01"), agreedAt: on("2026-09-02") });
  // The member's week begins on 13 January 2025, and every third one is theirs.
  const span = { from: on("2025-01-14"), to: on("2025-01-15") };
  await createShadow(db(), rotation, { person: lin, ...span });

  const record = await recordOf(ada);
  expect(wordsOf(record, "signature")).toEqual([
    ["The pool is empty", "Of Gate, written on 2 Mar 2026.", "It was right about: “Gate shut” on 2 Sept 2026."],
  ]);
  expect(wordsOf(record, "drill")).toEqual([
    ["The gate jams", "Planned a drill of Gate on 9 Sept 2026.", "It showed: The number was wrong."],
  ]);
  expect(wordsOf(await recordOf(lin), "drill")[0]?.[1]).toBe("Took part in a drill of Gate on 9 Sept 2026.");
  const early = { from: "2025-01-01", to: "2025-02-01" };
  expect(wordsOf(await recordOf(ada, early), "led")).toEqual([
    [rotation.name, `${lin.name} stood beside them, 14 Jan 2025, 09:00 – 15 Jan 2025, 09:00.`],
  ]);
  expect(wordsOf(await recordOf(lin, early), "shadow")).toEqual([
    [rotation.name, "Beside whoever stood it, 14 Jan 2025, 09:00 – 15 Jan 2025, 09:00."],
  ]);
});

test("how a service developed is held against its own past, and only as far as it was measured", async () => {
  const { service, delivery } = await given.ownedService({ name: "Buoy" });
  const ada = delivery.member;
  expect(section(await recordOf(ada), "developed")).toEqual([]);
  const snapshot = (level: number, startsAt: Temporal.Instant, endsAt: Temporal.Instant | null) => ({
    ...{
      serviceId: service.id,
      startsAt,
      endsAt,
      deliveryTeamId: delivery.team.id,
      level,
      met: 0,
      notMet: 0,
      checks: [],
    },
  });
  await db()
    .insert(coverageSnapshots)
    .values([snapshot(1, on("2026-06-10"), on("2026-09-10")), snapshot(3, on("2026-09-10"), null)]);
  const paged = async (day: string, minutes: number, wasActionable: boolean) => {
    const opened = on(day);
    const facts = { service, deliveryPagedAt: opened, deliveryEngagedAt: opened.add({ minutes }) };
    const alert = await createAlert(db(), facts, opened);
    await db()
      .insert(alertReviews)
      .values({ alertId: alert.id, personId: ada.id, wasActionable, at: opened.add({ hours: 8 }) });
  };
  await paged("2026-06-12", 30, false);
  await paged("2026-10-12", 4, true);

  expect(wordsOf(await recordOf(ada), "developed")).toEqual([
    [
      "Buoy",
      "Coverage: Owned on 10 Jun 2026, prepared on 20 Nov 2026.",
      "Noise: Pages that needed nobody, of those looked back at: 1 of 1 then, none of 1 now.",
      "Time to engage: Half of the answers came within 30 min then, 4 min now.",
    ],
  ]);
});

test("a person who left keeps the record of their time, which ends with it", async () => {
  const { service, delivery } = await given.ownedService({ name: "Mole" });
  await deactivatePerson(db(), delivery.member, {}, on("2026-08-01"));
  // As they would have seen it, had they still been able to sign in.
  const [row] = await db().select().from(people).where(eq(people.id, delivery.member.id));
  const { composeSections } = await import("#lib/records/compose");
  const sections = await composeSections({
    ...{ personId: row?.id ?? "", timeZone: "UTC" },
    span: { from: on("2026-05-20"), to: at },
  });
  expect(wordsOf({ sections }, "service")[0]?.[1]).toMatch(/ to 1 Aug 2026, when they left\.$/);
  expect(service.name).toBe("Mole");
});

test("a span of a hundred years answers with the five that a record reaches back, and says so", async () => {
  const record = await recordOf(await given.stranger(), { from: "1970-01-01", to: "2070-01-01" });
  expect(record.days).toMatchObject({ from: "2021-11-20", to: "2026-11-20" });
  expect(record.days.problem).toContain("5 years");
  expect(record.to).toBe(at.toString());
  for (const days of [
    { from: "2026-11-30", to: "2026-12-31" },
    { from: "2026-03-02", to: "2026-03-01" },
    { from: "yesterday" },
  ]) {
    expect((await recordOf(await given.stranger(), days)).days).toMatchObject({
      preset: "two quarters",
      problem: expect.stringContaining("Choose"),
    });
  }
});

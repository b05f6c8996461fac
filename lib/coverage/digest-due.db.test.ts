import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { coverageFindings, notifications } from "#db/schema";
import { createCoverageRun, createSnapshot, createTally } from "#db/testing/coverage";
import { createPerson, createService, createTeam } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { coverageDigestDue } from "#lib/coverage/digest-due";
import { foundBut } from "#lib/coverage/testing/found";
import { viewerOf } from "#lib/documents/testing/viewers";
import { setNotificationSettings } from "#lib/notifications/settings/commands";

testDatabase();

/** Monday, 3 May 2027: the first working day of its month. */
const morning = Temporal.Instant.from("2027-05-03T08:30:00Z");
const days = (count: number) => morning.subtract({ hours: 24 * count });
const today = morning.subtract({ hours: 4 });
const toldTo = (personId: string) => db().select().from(notifications).where(eq(notifications.personId, personId));

let runs: Promise<unknown> | undefined;
const measured = () => (runs ??= Promise.all([createCoverageRun(db(), days(31)), createCoverageRun(db(), today)]));

/** A manager of a team with one service that rose from Owned to Proven within the month. */
async function scene(timeZone = "UTC") {
  await measured();
  const manager = await createPerson(db(), { timeZone });
  const member = await createPerson(db());
  const team = await createTeam(db(), { manager, members: [member] });
  const service = await createService(db(), { team });
  const [past, present] = [foundBut({ "always-somebody": "not_met" }), foundBut()];
  await createSnapshot(db(), service, { ...past, from: days(60), to: days(10) });
  await createSnapshot(db(), service, { ...present, from: days(10) });
  await createTally(db(), days(31), { team, levels: [0, 1, 0, 0, 0] });
  await createTally(db(), today, { team, levels: [0, 0, 0, 0, 1] });
  return { manager, member, team, service };
}

describe("the monthly digest of coverage", () => {
  test("tells a manager once, on the morning of the first working day, how their team's services stand", async () => {
    const { manager, team, service } = await scene();
    await coverageDigestDue(morning.subtract({ hours: 24 }));
    expect(await toldTo(manager.id)).toEqual([]);
    await coverageDigestDue(morning);
    await coverageDigestDue(morning.add({ minutes: 1 }));
    const told = await toldTo(manager.id);
    expect(told).toMatchObject([{ kind: "digest", message: { path: `/teams/${team.slug}/coverage` } }]);
    expect(told[0]?.message?.subject).toBe(`Coverage of ${team.name}: one service rose`);
    expect(told[0]?.message?.lines).toContain(`Rose: ${service.name} (now Proven).`);
    expect(told[0]?.message?.lines[0]).toContain("Proven 100 % (0 % a month ago)");
  });

  test("counts conversations without saying with whom", async () => {
    const { manager, member, team } = await scene();
    const says = `${member.name} stood watch for 60 % of the time.`;
    await db()
      .insert(coverageFindings)
      .values({ kind: "holds-too-much", teamId: team.id, personId: member.id, says, at: today });
    await coverageDigestDue(morning);
    const words = JSON.stringify((await toldTo(manager.id))[0]?.message);
    expect(words).toContain("One conversation to have");
    expect(words).not.toContain(member.name);
  });

  test("is sent by the manager's own clock", async () => {
    const { manager } = await scene("America/New_York");
    await coverageDigestDue(morning);
    expect(await toldTo(manager.id)).toEqual([]);
    await coverageDigestDue(morning.add({ hours: 4 }));
    expect(await toldTo(manager.id)).toHaveLength(1);
  });

  test("is not sent to those who turned it off, to whoever manages nothing, nor where there is nothing to say", async () => {
    const { manager, member } = await scene();
    await setNotificationSettings(await viewerOf(manager), {
      reminderMinutes: 60,
      sendsDigest: true,
      sendsCoverage: false,
    });
    const idle = await createPerson(db());
    const still = await createTeam(db(), { manager: idle });
    const same = foundBut();
    const service = await createService(db(), { team: still });
    await createSnapshot(db(), service, { ...same, from: days(60) });
    for (const day of [days(31), today]) await createTally(db(), day, { team: still, levels: [0, 0, 0, 0, 1] });
    await coverageDigestDue(morning);
    for (const { id } of [manager, member, idle]) expect(await toldTo(id)).toEqual([]);
  });
});

import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db, inTransaction } from "#db/client";
import { notifications, pages } from "#db/schema";
import { createPerson } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { answerPages, type NewPage, pagePeople } from "#lib/notifications/page-people";
import { createMethod, night, openAlert } from "#lib/notifications/testing/scene";

testDatabase();

const page = (alertId: string, personId: string, facts: Partial<NewPage> = {}): NewPage => ({
  ...{ alertId, personId, seat: "delivery", kind: "page", key: "round-1-delivery" },
  ...facts,
});
const send = (...newPages: NewPage[]) => inTransaction((tx) => pagePeople(tx, newPages, night));
const messagesAbout = (alertId: string) =>
  db().select().from(notifications).where(eq(notifications.alertId, alertId)).orderBy(asc(notifications.dueAt));

describe("a person who is paged", () => {
  test("has one message a verified method, each due by its rule", async () => {
    const [person, alert] = [await createPerson(db()), await openAlert()];
    const [mail, call] = [await createMethod(person), await createMethod(person, { kind: "voice", afterMinutes: 4 })];
    await createMethod(person, { verifiedAt: null });
    await createMethod(person, { kind: "sms", hours: "day" });
    const made = await send(page(alert.id, person.id));
    expect(made).toHaveLength(1);
    const messages = await messagesAbout(alert.id);
    expect(messages.map(({ methodId, dueAt }) => [methodId, dueAt.toString()])).toEqual([
      [mail.id, night.toString()],
      [call.id, night.add({ minutes: 4 }).toString()],
    ]);
  });

  test("is paged once for one reason, however often and by whomever it is said", async () => {
    const [person, alert] = [await createPerson(db()), await openAlert()];
    await createMethod(person);
    const same = page(alert.id, person.id);
    const made = (await Promise.all([send(same, same), send(same), send(same)])).flat();
    expect(made).toHaveLength(1);
    expect(await messagesAbout(alert.id)).toHaveLength(1);
  });

  test("is paged again for another reason", async () => {
    const [person, alert] = [await createPerson(db()), await openAlert()];
    await send(page(alert.id, person.id));
    expect(await send(page(alert.id, person.id, { key: "round-2-delivery" }))).toHaveLength(1);
    expect(await messagesAbout(alert.id)).toHaveLength(2);
  });

  test("is told on screen where there is no method and no mail", async () => {
    const [person, alert] = [await createPerson(db()), await openAlert()];
    await send(page(alert.id, person.id));
    expect(await messagesAbout(alert.id)).toMatchObject([
      { methodId: null, methodKind: "outbox", personId: person.id },
    ]);
  });

  test("is not called later for what waited for working hours", async () => {
    const [person, alert] = [await createPerson(db()), await openAlert()];
    await createMethod(person);
    await createMethod(person, { kind: "voice", afterMinutes: 5 });
    await send(page(alert.id, person.id, { kind: "quiet" }));
    expect(await messagesAbout(alert.id)).toMatchObject([{ methodKind: "email" }]);
  });
});

test("many alerts and people are paged in one go", async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => createPerson(db())));
  for (const person of people) await createMethod(person);
  const alerts = await Promise.all(Array.from({ length: 20 }, () => openAlert()));
  const made = await send(...alerts.flatMap(({ id }) => people.map((person) => page(id, person.id))));
  expect(made).toHaveLength(100);
});

describe("an answer", () => {
  async function scene() {
    const [ann, ben, ops] = [await createPerson(db()), await createPerson(db()), await createPerson(db())];
    const alert = await openAlert();
    for (const person of [ann, ben, ops]) {
      await createMethod(person);
      await createMethod(person, { kind: "voice", afterMinutes: 5 });
    }
    await send(
      page(alert.id, ann.id),
      page(alert.id, ben.id, { seat: "backup", key: "round-1-backup" }),
      page(alert.id, ops.id, { seat: "ops", key: "by-hand", byId: ann.id }),
    );
    const waitingFor = async () =>
      (await messagesAbout(alert.id)).filter(({ status }) => status === "waiting").map(({ personId }) => personId);
    return { ann, ben, ops, alert, waitingFor };
  }

  test("drops what the pager would still send, and goes on paging whom somebody brought in", async () => {
    const { ann, ops, alert, waitingFor } = await scene();
    await inTransaction((tx) => answerPages(tx, alert.id, night.add({ minutes: 1 }), ann.id));
    expect(await waitingFor()).toEqual([ops.id, ops.id]);
    const answered = await db().select().from(pages).where(eq(pages.alertId, alert.id));
    expect(answered.filter(({ answeredAt }) => answeredAt).map(({ personId }) => personId)).toEqual([ann.id]);
  });

  test("of those who were brought in ends their messages too", async () => {
    const { ops, alert, waitingFor } = await scene();
    await inTransaction((tx) => answerPages(tx, alert.id, night, ops.id));
    expect(await waitingFor()).toEqual([]);
  });

  test("by nobody, as when it is over, drops all and is counted as nobody's", async () => {
    const { alert, waitingFor } = await scene();
    await inTransaction((tx) => answerPages(tx, alert.id, night));
    expect(await waitingFor()).toEqual([]);
    const all = await db().select().from(pages).where(eq(pages.alertId, alert.id));
    expect(all.every(({ answeredAt }) => answeredAt === null)).toBe(true);
  });
});

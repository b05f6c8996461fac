import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, people } from "#db/schema";
import { createPerson, deactivatePerson } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { type AdmissionRules, admit, mayBeAdmitted } from "#lib/auth/admission";

testDatabase();

const rules: AdmissionRules = { allowedDomains: ["allowed.example"], administratorEmail: "first@admin.example" };
const at = Temporal.Instant.from("2026-03-01T10:00:00Z");

const arrive = (email: string, name?: string) => admit({ email, name }, rules, at);

async function personOf(email: string) {
  const [person] = await db().select().from(people).where(eq(people.email, email));
  return person;
}

async function eventsAbout(id: string) {
  const rows = await db().select().from(events).where(sql`${id} = any(${events.about})`);
  return rows.map(({ kind, actor }) => `${kind} by ${actor}`);
}

test("an active person of the catalog is admitted by their verified address, and nothing about them changes", async () => {
  const ada = await createPerson(db());
  const before = await personOf(ada.email ?? "");
  expect(await arrive(ada.email ?? "", "Another Name")).toEqual({ personId: ada.id });
  expect(await personOf(ada.email ?? "")).toEqual(before);
});

test("an address that the provider has not verified is refused, whoever it belongs to", async () => {
  expect(await admit(undefined, rules, at)).toEqual({ refusal: "unverified" });
});

test("an unknown address is refused and leaves no trace", async () => {
  expect(await arrive("stranger@elsewhere.example")).toEqual({ refusal: "unknown" });
  expect(await personOf("stranger@elsewhere.example")).toBeUndefined();
});

test("somebody with an address of an allowed domain becomes a person of the catalog, once", async () => {
  const first = await arrive("lin@allowed.example", "Lin Wei");
  const person = await personOf("lin@allowed.example");
  expect(first).toEqual({ personId: person?.id });
  expect(person).toMatchObject({ name: "Lin Wei", isAdministrator: false });
  expect(await arrive("lin@allowed.example", "Lin Wei")).toEqual(first);
  expect(await eventsAbout(person?.id ?? "")).toEqual(["person.admitted by Sign-in"]);
});

test("two first sign-ins at the same time make one person", async () => {
  const [one, other] = await Promise.all([arrive("twin@allowed.example"), arrive("twin@allowed.example")]);
  expect(one).toEqual(other);
  expect("personId" in one).toBe(true);
});

test.each([
  "eve@sub.allowed.example",
  "eve@notallowed.example",
  "eve@allowed.example.evil.example",
  "allowed.example@evil.example",
])("%s is not of an allowed domain", async (email) => {
  expect(await arrive(email)).toEqual({ refusal: "unknown" });
});

test("the first to arrive does not become administrator; the configured address does, and only that", async () => {
  await arrive("early@allowed.example");
  expect(await personOf("early@allowed.example")).toMatchObject({ isAdministrator: false });

  const outcome = await arrive("first@admin.example", "First Admin");
  const administrator = await personOf("first@admin.example");
  expect(outcome).toEqual({ personId: administrator?.id });
  expect(administrator).toMatchObject({ isAdministrator: true, name: "First Admin" });
  await arrive("first@admin.example");
  expect(await eventsAbout(administrator?.id ?? "")).toEqual([
    "person.admitted by Sign-in",
    "person.made-administrator by Sign-in",
  ]);
});

test("a person of the catalog with the configured address becomes administrator at sign-in, not before", async () => {
  const person = await createPerson(db(), { email: "known@admin.example" });
  const ownRules = { ...rules, administratorEmail: "known@admin.example" };
  expect(await personOf("known@admin.example")).toMatchObject({ isAdministrator: false });
  expect(await admit({ email: "known@admin.example", name: undefined }, ownRules, at)).toEqual({ personId: person.id });
  expect(await personOf("known@admin.example")).toMatchObject({ isAdministrator: true });
});

test("a deactivated person is refused, even of an allowed domain and even with the administrator's address", async () => {
  const gone = await createPerson(db(), { email: "gone@allowed.example" });
  await deactivatePerson(db(), gone);
  expect(await arrive("gone@allowed.example")).toEqual({ refusal: "deactivated" });
  const ownRules = { ...rules, administratorEmail: "gone@allowed.example" };
  expect(await admit({ email: "gone@allowed.example", name: undefined }, ownRules, at)).toEqual({
    refusal: "deactivated",
  });
  expect(await personOf("gone@allowed.example")).toMatchObject({ isAdministrator: false });
});

test("a sign-in link goes to those only who would be admitted, and asking changes nothing", async () => {
  const ada = await createPerson(db());
  const gone = await createPerson(db());
  await deactivatePerson(db(), gone);
  expect(await mayBeAdmitted(ada.email ?? "", rules)).toBe(true);
  expect(await mayBeAdmitted("new@allowed.example", rules)).toBe(true);
  expect(await mayBeAdmitted(gone.email ?? "", rules)).toBe(false);
  expect(await mayBeAdmitted("stranger@elsewhere.example", rules)).toBe(false);
  expect(await personOf("new@allowed.example")).toBeUndefined();
});

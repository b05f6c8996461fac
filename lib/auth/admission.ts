import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { people } from "#db/schema";
import type { Claim } from "#lib/auth/claims";
import { systemViewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { environment } from "#lib/env";
import { recordEvent } from "#lib/events";
import { namedPerson } from "#lib/people/locks";

/** Why somebody is not let in. */
export type Refusal = "unknown" | "unverified" | "deactivated";

export type AdmissionRules = { allowedDomains: readonly string[]; administratorEmail: string | undefined };

/** The rules that the settings lay down. */
export function admissionRules(): AdmissionRules {
  const { AUTH_ALLOWED_DOMAINS, WATCHBILL_ADMIN_EMAIL } = environment();
  return { allowedDomains: AUTH_ALLOWED_DOMAINS, administratorEmail: WATCHBILL_ADMIN_EMAIL };
}

/**
 * Lets the person with this verified address in, or says why not. Addresses of the allowed domains, and the
 * administrator's, become people of the catalog. Only the named address ever becomes administrator here.
 */
export async function admit(
  claim: Claim | undefined,
  rules: AdmissionRules = admissionRules(),
  at = now(),
): Promise<{ personId: string } | { refusal: Refusal }> {
  if (!claim) return { refusal: "unverified" };
  return inTransaction(async (tx) => {
    const person = (await lockPerson(tx, claim.email)) ?? (await admitNewcomer(tx, claim, rules, at));
    if (!person) return { refusal: "unknown" };
    if (person.deactivatedAt) return { refusal: "deactivated" };

    if (claim.email === rules.administratorEmail && !person.isAdministrator) await makeAdministrator(tx, person, at);
    return { personId: person.id };
  });
}

/** Whether a sign-in link may be sent to `email`: the same rules, without changing anything. */
export async function mayBeAdmitted(email: string, rules: AdmissionRules = admissionRules()): Promise<boolean> {
  const person = await inTransaction((tx) => lockPerson(tx, email));
  return person ? !person.deactivatedAt : isExpected(email, rules);
}

type Person = typeof people.$inferSelect;

async function lockPerson(tx: Tx, email: string): Promise<Person | undefined> {
  const [person] = await tx.select().from(people).where(eq(people.email, email)).for("update");
  return person;
}

async function admitNewcomer(
  tx: Tx,
  claim: Claim,
  rules: AdmissionRules,
  at: Temporal.Instant,
): Promise<Person | undefined> {
  if (!isExpected(claim.email, rules)) return undefined;
  const name = claim.name ?? claim.email;
  const [person] = await tx
    .insert(people)
    .values({ email: claim.email, name, createdAt: at })
    .onConflictDoNothing()
    .returning();
  // Somebody with this address arrived at the same time, on another device or replica.
  if (!person) return lockPerson(tx, claim.email);
  await recordEvent(tx, arrival, at, { kind: "person.admitted", about: [person.id], person: namedPerson(person) });
  return person;
}

async function makeAdministrator(tx: Tx, person: Person, at: Temporal.Instant): Promise<void> {
  await tx.update(people).set({ isAdministrator: true }).where(eq(people.id, person.id));
  await recordEvent(tx, arrival, at, {
    kind: "person.made-administrator",
    about: [person.id],
    person: namedPerson(person),
  });
}

function isExpected(email: string, { allowedDomains, administratorEmail }: AdmissionRules): boolean {
  return email === administratorEmail || allowedDomains.includes(email.slice(email.lastIndexOf("@") + 1));
}

const arrival = systemViewer("Sign-in");

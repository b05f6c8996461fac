import { contactMethods } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { longAgo } from "#db/seed/history";
import type { Person } from "#db/seed/people";

export type ContactMethod = Row<typeof contactMethods>;

type MethodFacts = Partial<Omit<ContactMethod, "id" | "personId" | "createdAt">>;

/** E-mail to the person's own address, verified at `at` and never used since unless `facts` say otherwise. */
export function draftContactMethod(
  draft: Draft,
  person: Person,
  facts: MethodFacts = {},
  at: Temporal.Instant = longAgo,
): ContactMethod {
  const method: ContactMethod = {
    ...{ id: crypto.randomUUID(), personId: person.id, kind: "email", label: "Mail" },
    ...{ target: { address: person.email ?? `${person.id}@harbour.example` }, position: 1, afterMinutes: 0 },
    ...{ hours: "always", codeHash: null, codeUntil: null, verifiedAt: at, workedAt: null },
    ...{ failedAt: null, failure: null, createdAt: at },
    ...facts,
  };
  draft.add(contactMethods, method);
  return method;
}

import { alertReviews, alerts, contactMethods, notifications, pages } from "#db/schema";
import { type Alert, tell } from "#db/seed/alerts";
import type { ContactMethod } from "#db/seed/contact-methods";
import type { Draft, Row } from "#db/seed/draft";
import { namedPerson, type Person } from "#db/seed/people";

export type Page = Row<typeof pages>;

export type PageFacts = {
  person: Person;
  seat: Page["seat"];
  kind?: Page["kind"];
  by?: Person;
  word?: string;
  /** Over which they were reached; without one, on screen only. */
  method?: ContactMethod | undefined;
};

/** One person asked about an alert, with the message by which that happened. */
export function draftPage(
  draft: Draft,
  alert: Alert,
  { person, seat, kind = "page", by, word, method }: PageFacts,
  at = alert.openedAt,
): Page {
  const id = crypto.randomUUID();
  const page = {
    ...{ id, alertId: alert.id, personId: person.id, seat, kind, word: word ?? null, byId: by?.id ?? null },
    ...{ key: id, at, answeredAt: null },
  };
  draft.add(pages, page);
  draft.add(notifications, {
    ...{
      id: crypto.randomUUID(),
      kind: "page",
      pageId: id,
      alertId: alert.id,
      personId: person.id,
      methodId: method?.id ?? null,
    },
    ...{
      methodKind: method?.kind ?? "outbox",
      message: null,
      key: null,
      createdAt: at,
      dueAt: at,
      status: "sent",
      attempts: 1,
    },
    ...{ nextTryAt: null, claimedUntil: null, sentAt: at, failure: null },
  });
  const isNewest = method && (!method.workedAt || Temporal.Instant.compare(method.workedAt, at) < 0);
  if (isNewest) draft.change(contactMethods, method, { workedAt: at });
  const isFirstOfDelivery = seat === "delivery" && kind === "page" && alert.deliveryPagedAt === null;
  if (isFirstOfDelivery) draft.change(alerts, alert, { deliveryPagedAt: at });
  // Who brings somebody in has a line of their own in the timeline.
  if (!by) {
    const detail = { person: namedPerson(person), seat, ...(kind === "quiet" ? { isQuiet: true } : {}) };
    tell(draft, alert, { kind: "paged", detail, by: "Watchbill" }, at);
  }
  return page;
}

type Review = { by: Person; wasCustomerFacing: boolean; wasActionable: boolean; missing?: string };

/** What somebody said of an alert the morning after. */
export function reviewAlert(draft: Draft, alert: Alert, { by, missing, ...said }: Review, at: Temporal.Instant): void {
  draft.add(alertReviews, { alertId: alert.id, personId: by.id, ...said, missing: missing ?? null, at });
  tell(draft, alert, { kind: "reviewed", by }, at);
}

import { type DocumentHistory, draftHistory } from "#db/seed/demo/document-history";
import { browsingHistories } from "#db/seed/demo/histories/browsing";
import { checkoutHistories } from "#db/seed/demo/histories/checkout";
import { groundHistories } from "#db/seed/demo/histories/ground";
import { ordersHistories } from "#db/seed/demo/histories/orders";
import { paymentsHistories } from "#db/seed/demo/histories/payments";
import { pricesHistories } from "#db/seed/demo/histories/prices";
import { sessionsHistories } from "#db/seed/demo/histories/sessions";
import type { Hired, Staff } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Document } from "#db/seed/documents";
import type { Draft } from "#db/seed/draft";
import type { Service } from "#db/seed/services";

const histories: DocumentHistory[] = [
  ...checkoutHistories,
  ...ordersHistories,
  ...paymentsHistories,
  ...pricesHistories,
  ...browsingHistories,
  ...sessionsHistories,
  ...groundHistories,
];

/** Runbooks and notes of the shop: what the teams wrote down, and how it fared since. By the paths of their files. */
export function draftDocuments(
  draft: Draft,
  on: Workday,
  people: Staff & Hired,
  services: readonly Service[],
): Map<string, Document> {
  const bySlug = new Map(services.map((service) => [service.slug, service]));
  return new Map(histories.map((history) => [history.file, draftHistory(draft, on, people, bySlug, history)]));
}

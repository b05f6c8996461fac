import type { Shop } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftDependency, type Entry } from "#db/seed/entries";
import type { Person } from "#db/seed/people";
import type { Service } from "#db/seed/services";

type Thing = Service | Entry;
type Drawing = { by: Person; daysAgo: number; thing: Thing; hard?: Thing[]; soft?: Thing[] };

/** What needs what, as the teams drew it in their first month. */
export function draftNeeds(draft: Draft, on: Workday, { people, services, entries }: Shop): void {
  const { ada, farid, gil, karim, kenji, sophie } = people;
  const { catalog, checkout, giftCards, identity, mail, orders, payments, pricing } = services;
  const { recommendations, refunds, search, sessionCache, stock, storefront, tax } = services;

  const drawings: Drawing[] = [
    {
      ...{ by: sophie, daysAgo: 246, thing: storefront },
      ...{ hard: [catalog, pricing, sessionCache], soft: [checkout, search, identity, recommendations] },
    },
    { by: sophie, daysAgo: 246, thing: search, hard: [catalog] },
    { by: sophie, daysAgo: 246, thing: catalog, soft: [entries.pictureBucket] },
    {
      ...{ by: ada, daysAgo: 245, thing: checkout },
      ...{ hard: [orders, payments, sessionCache, pricing, stock], soft: [identity] },
    },
    { by: ada, daysAgo: 245, thing: orders, hard: [entries.ordersDatabase], soft: [mail] },
    { by: ada, daysAgo: 245, thing: stock, hard: [entries.ordersDatabase] },
    { by: farid, daysAgo: 244, thing: payments, hard: [entries.cardGateway, entries.ledger] },
    { by: farid, daysAgo: 244, thing: refunds, hard: [payments, orders] },
    { by: gil, daysAgo: 243, thing: pricing, hard: [entries.priceBook], soft: [catalog] },
    { by: karim, daysAgo: 242, thing: sessionCache, hard: [entries.sessionCluster] },
    { by: karim, daysAgo: 242, thing: identity, hard: [sessionCache] },
    { by: karim, daysAgo: 242, thing: mail, hard: [entries.mailRelay] },
    { by: kenji, daysAgo: 241, thing: giftCards, hard: [payments, entries.ledger], soft: [mail] },
    { by: kenji, daysAgo: 241, thing: recommendations, hard: [catalog], soft: [orders] },
    { by: ada, daysAgo: 240, thing: tax, soft: [entries.priceBook] },
  ];
  for (const { by, daysAgo, thing, hard = [], soft = [] } of drawings) {
    const day = on(daysAgo, "10:20");
    for (const needed of hard) draftDependency(draft, thing, { on: needed, kind: "hard", by }, day);
    for (const needed of soft) draftDependency(draft, thing, { on: needed, kind: "soft", by }, day);
  }

  const { ordersApi } = entries;
  const day = on(239, "10:40");
  draftDependency(draft, ordersApi, { on: orders, relation: "provides-api", by: ada }, day);
  draftDependency(draft, checkout, { on: ordersApi, relation: "consumes-api", by: ada }, day);
  draftDependency(draft, refunds, { on: ordersApi, relation: "consumes-api", by: farid }, day);
}

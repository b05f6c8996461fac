import type { Crews, Staff } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftEntry, type Entry } from "#db/seed/entries";

/** What the services belong to, offer and use. */
export function draftEntries(draft: Draft, on: Workday, staff: Staff, teams: Crews) {
  const { engineering, checkout, payments, pricing, storefront, platform, operations } = teams;
  const day = on(275, "14:00");
  const make = (facts: Parameters<typeof draftEntry>[1]): Entry =>
    draftEntry(draft, { by: staff.petra, ...facts }, day);

  const selling = make({
    kind: "domain",
    name: "Selling",
    description: "Everything between a visit and a parcel.",
    owner: engineering,
  });
  const browsing = make({
    kind: "system",
    name: "Browsing",
    description: "Looking around: pages, products, search.",
    owner: storefront,
    partOf: selling,
  });
  const buying = make({
    kind: "system",
    name: "Buying",
    description: "Basket to paid order. The part that earns the money.",
    owner: checkout,
    partOf: selling,
  });
  const ground = make({
    kind: "system",
    name: "Common ground",
    slug: "common-ground",
    description: "What every other system stands on.",
    owner: platform,
  });

  return {
    selling,
    browsing,
    buying,
    ground,
    ordersApi: make({
      kind: "api",
      type: "openapi",
      name: "Orders API",
      description: "Place, read and cancel orders. Idempotent by the key that the caller sends.",
      owner: checkout,
      partOf: buying,
      links: [{ title: "Reference", url: "https://docs.harbour.example/apis/orders", type: "docs" }],
    }),
    cardGateway: make({
      kind: "api",
      type: "external",
      name: "Card gateway",
      description:
        "Our acquirer's gateway. Outside our walls: its status page is the first thing to open when cards fail.",
      owner: payments,
      partOf: buying,
      links: [{ title: "Status page", url: "https://status.cardgateway.example", type: "status" }],
    }),
    mailRelay: make({
      kind: "api",
      type: "external",
      name: "Mail relay",
      description: "The provider that delivers our mail. Accepts 200 messages a second, then answers 421.",
      owner: platform,
      partOf: ground,
    }),
    ordersDatabase: make({
      kind: "resource",
      type: "database",
      name: "Orders database",
      description: "PostgreSQL, one primary and two replicas. Failover takes 40 seconds; writes are refused meanwhile.",
      owner: operations,
      partOf: buying,
      links: [{ title: "Replication lag", url: "https://graphs.harbour.example/d/orders-db", type: "dashboard" }],
    }),
    ledger: make({
      kind: "resource",
      type: "database",
      name: "Payments ledger",
      description: "Append-only. Nothing is ever deleted here, whatever a ticket asks for.",
      owner: payments,
      partOf: buying,
    }),
    priceBook: make({
      kind: "resource",
      type: "database",
      name: "Price book",
      description: "Prices by product, country and day. Loaded at 02:00 UTC, takes eleven minutes.",
      owner: pricing,
      partOf: browsing,
    }),
    sessionCluster: make({
      kind: "resource",
      type: "cache",
      name: "Session cluster",
      description: "Six shards in memory. Losing one signs out a sixth of the visitors.",
      owner: operations,
      partOf: ground,
    }),
    pictureBucket: make({
      kind: "resource",
      type: "bucket",
      name: "Picture bucket",
      description: "Originals of all product pictures, 4 TB.",
      owner: storefront,
      partOf: browsing,
    }),
  };
}

import type { Crews, Entries, Staff } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftService, type Service } from "#db/seed/services";

type Facts = NonNullable<Parameters<typeof draftService>[1]>;

/** The services that were entered in the first weeks, each by the lead of its team, under the names of that time. */
export function draftServices(draft: Draft, on: Workday, staff: Staff, teams: Crews, entries: Entries) {
  const { browsing, buying, ground } = entries;
  const ops = { opsTeam: teams.operations };
  const enter = (daysAgo: number, time: string, facts: Facts): Service => draftService(draft, facts, on(daysAgo, time));

  const storefrontTeam = { ...ops, team: teams.storefront, system: browsing, by: staff.sophie };
  const checkoutTeam = { ...ops, team: teams.checkout, system: buying, by: staff.ada };
  const paymentsTeam = { ...ops, team: teams.payments, system: buying, by: staff.farid };
  const pricingTeam = { ...ops, team: teams.pricing, system: browsing, by: staff.gil };
  const growthTeam = { team: teams.growth, system: browsing, by: staff.kenji };
  const platformTeam = { ...ops, team: teams.platform, system: ground, by: staff.karim };

  return {
    storefront: enter(272, "13:05", {
      ...storefrontTeam,
      name: "Storefront",
      type: "website",
      tier: 1,
      description:
        "Renders every page a visitor sees. When it is slow it is nearly always waiting for someone else: look at the waterfall before you look at its code.",
      links: links("storefront", "Page timings"),
    }),
    catalog: enter(272, "13:25", {
      ...storefrontTeam,
      name: "Catalog",
      tier: 1,
      description:
        "Products, their texts and pictures. Reads come from memory; an instance needs four minutes to warm up, so never restart all of them at once.",
      links: links("catalog", "Warm-up and hit rate"),
    }),
    search: enter(271, "15:10", {
      ...storefrontTeam,
      name: "Search",
      tier: 2,
      description:
        "Finds products by words and filters. The index lags the catalog by up to a minute; a sold-out product in the results is not a bug until it stays for five.",
      links: links("search", "Index age"),
    }),
    checkout: enter(271, "09:15", {
      ...checkoutTeam,
      name: "Checkout",
      tier: 1,
      description: "Takes a basket to a paid order: prices, taxes, payment and confirmation.",
      links: [
        ...links("checkout", "Orders a minute"),
        { title: "How a basket becomes an order", url: "https://docs.harbour.example/checkout/flow", type: "docs" },
      ],
    }),
    orders: enter(271, "09:40", {
      ...checkoutTeam,
      name: "Order book",
      tier: 1,
      description:
        "The record of every order and what happened to it. Confirmation is retried for 30 minutes, so an order that hangs is late, not lost.",
      links: links("orders", "Orders by state"),
    }),
    stock: enter(270, "10:05", {
      ...checkoutTeam,
      name: "Stock",
      tier: 2,
      customerFacing: null,
      description:
        "How many of a thing are left, and which are promised to somebody. Promises expire after 20 minutes; the sweep that frees them runs every five.",
      links: links("stock", "Promises and sweeps"),
    }),
    tax: enter(270, "10:30", {
      ...checkoutTeam,
      name: "Tax",
      tier: 2,
      description:
        "Which tax applies to what, where. Wrong answers here are found by an auditor two years later, so it refuses rather than guesses.",
      links: links("tax", "Refusals by country"),
    }),
    payments: enter(269, "08:50", {
      ...paymentsTeam,
      name: "Payments",
      tier: 1,
      description:
        "Charges cards and wallets through the gateway. It is safe to restart at any time: an answer that was lost is asked for again by its key, never charged twice.",
      links: links("payments", "Approvals by issuer"),
    }),
    refunds: enter(269, "09:05", {
      ...paymentsTeam,
      name: "Refunds",
      tier: 3,
      customerFacing: false,
      description:
        "Gives money back in nightly batches. A failed batch is picked up whole the next night; nobody needs to be woken for one.",
      links: links("refunds", "Batches"),
    }),
    pricing: enter(268, "14:20", {
      ...pricingTeam,
      name: "Pricing",
      tier: 1,
      description:
        "The price of a product for this visitor, in under 15 ms. If the price book is stale it serves yesterday's prices and says so in a header; finance prefers that to no price.",
      links: links("pricing", "Age of the price book"),
    }),
    sessionCache: enter(268, "11:10", {
      ...platformTeam,
      name: "Session cache",
      tier: 2,
      customerFacing: false,
      description:
        "Baskets and sign-ins of everybody who is on the site. Each client keeps a pool; one that leaks connections starves the others within the hour.",
      links: links("session-cache", "Clients by application"),
    }),
    identity: enter(268, "11:30", {
      ...platformTeam,
      name: "Identity",
      tier: 1,
      description:
        "Accounts and sign-in. Guests can buy without it, so an outage costs comfort before it costs orders.",
      links: links("identity", "Sign-ins"),
    }),
    mail: enter(267, "11:45", {
      ...platformTeam,
      name: "Postman",
      tier: 3,
      description:
        "Sends confirmations and receipts. Keeps what it could not deliver for three days and tries again, slower each time.",
      links: links("mail", "Queue"),
    }),
    giftCards: enter(266, "16:00", {
      ...growthTeam,
      name: "Gift cards",
      tier: 2,
      description:
        "Sells and redeems gift cards. A balance is never stored: it is added up from the ledger each time, which is why it is slow in December.",
      links: links("gift-cards", "Redemptions"),
    }),
    recommendations: enter(266, "16:20", {
      ...growthTeam,
      name: "Recommendations",
      tier: 4,
      description:
        "The strip called “goes well with”. When it does not answer in 80 ms the page leaves the strip out and nobody notices.",
      links: [],
    }),
    reviewWall: enter(265, "16:40", {
      ...growthTeam,
      name: "Review wall",
      tier: 4,
      description: "Customers' reviews on one page, as an experiment.",
      links: [],
    }),
  };
}

function links(slug: string, dashboard: string) {
  return [
    { title: dashboard, url: `https://graphs.harbour.example/d/${slug}`, type: "dashboard" },
    { title: "Logs of the last hour", url: `https://logs.harbour.example/?app=${slug}&last=1h`, type: "logs" },
  ];
}

import type { Story } from "#db/seed/demo/alerts/stories";

/** The quarter before, and what came in between: each learnt something that is written down by now. */
export const earlierStories: Story[] = [
  {
    ...{ service: "orders", rule: "OrdersStuckConfirming", severity: "error" },
    summary: "41 orders have been confirming for more than 30 minutes",
    when: [-22, 2, "06:20"],
    labels: { error: "confirm 20312277 gave up: payment_unknown after 17 attempts" },
    acts: [
      [0, "lin", "paged", "delivery"],
      [6, "lin", "acknowledged"],
      [
        ...([38, "lin", "resolved"] as const),
        "The gateway had taken the charges and lost its answers for a quarter of an hour.",
        "Waited until Payments knew the outcomes, then pushed ten, then the rest.",
      ],
    ],
    review: ["lin", true, true, "Which orders hang on the gateway, and which on something else."],
  },
  {
    ...{ service: "payments", rule: "PaymentsGatewayTimeouts" },
    summary: "9 % of charges get no answer from the card gateway",
    ...{ place: "beirut", when: [-18, 2, "02:10"] },
    labels: { error: "GatewayTimeout: POST /v2/charges key=77ab no answer after 10000ms", region: "eu-west" },
    acts: [
      [0, "farid", "paged", "delivery"],
      [7, "farid", "acknowledged"],
      [
        ...([52, "farid", "resolved"] as const),
        "One of our egress addresses had fallen off the gateway's list.",
        "New charges over the second route until the address was back.",
      ],
    ],
    review: ["farid", true, true],
  },
  {
    ...{ key: "ring", service: "checkout", rule: "CheckoutBasketMissing", severity: "error" },
    summary: "3 % of baskets are not found",
    when: [-18, 0, "21:15"],
    labels: { error: "basket:4410aa not found on shard 2, ring hash 0x11f0 differs from announced 0x77a0" },
    acts: [
      [0, "lin", "paged", "delivery"],
      [2, "lin", "acknowledged"],
      [31, "lin", "noted", "Half of the instances answer with the ring of before yesterday. Nobody wrote that down."],
      [
        ...([58, "lin", "resolved"] as const),
        "A shard had been added while checkout ran, and checkout reads the ring at its start only.",
        "Checkout restarted one by one. The baskets were still there.",
      ],
    ],
    review: ["lin", true, true, "What the error means. I found it in the code."],
  },
  {
    ...{ key: "failover", service: "orders", rule: "OrdersDatabaseReadOnly", isDrill: true },
    summary: "Drill: the orders database refuses writes",
    when: [-17, 2, "10:30"],
    acts: [
      [0, "tomas", "paged", "delivery"],
      [2, "tomas", "acknowledged"],
      [9, "tomas", "noted", "All three members asked: one of them answers f. It is the pooler."],
      [17, "tomas", "resolved", "A drill.", "Reconnected the pooler, as the runbook says."],
    ],
  },
  {
    ...{ service: "orders", rule: "OrdersDatabaseReadOnly" },
    summary: "Writes to the orders database are refused",
    when: [-16, 5, "11:10"],
    labels: { error: "ERROR: cannot execute INSERT in a read-only transaction" },
    acts: [
      [0, "ada", "paged", "delivery"],
      [1, "ada", "acknowledged"],
      [
        ...([8, "ada", "resolved"] as const),
        "The primary failed over, and the pooler kept the old address.",
        "The pooler reconnected. After the drill of the week before it took seven minutes.",
      ],
    ],
    review: ["ada", true, true],
  },
  {
    ...{ service: "payments", rule: "PaymentsApprovalRateLow", severity: "error" },
    summary: "Approvals fell from 91 % to 68 %",
    ...{ place: "beirut", when: [-15, 1, "12:40"] },
    labels: { error: "charge declined code=65 issuer=PT0033 threeds.version=null" },
    acts: [
      [0, "hanna", "paged", "delivery"],
      [3, "hanna", "acknowledged"],
      [
        ...([21, "hanna", "resolved"] as const),
        "A release of ours left the field for strong authentication out.",
        "Payments rolled back. Approvals rose within two minutes.",
      ],
    ],
    review: ["hanna", true, true],
  },
  {
    ...{ key: "ring-again", service: "checkout", rule: "CheckoutBasketMissing", severity: "error" },
    summary: "2 % of baskets are not found",
    when: [-14, 2, "19:40"],
    labels: { error: "basket:9f31c0 not found on shard 4, ring hash 0x8d12 differs from announced 0x77a0" },
    acts: [
      [0, "lin", "paged", "delivery"],
      [3, "lin", "acknowledged"],
      [
        ...([12, "lin", "resolved"] as const),
        "Two instances of checkout had started before a shard was taken out.",
        "Those two restarted: the signature said so, and it took nine minutes in place of an hour.",
      ],
    ],
    review: ["lin", true, true],
  },
  {
    ...{ service: "pricing", rule: "PricingBookStale", severity: "error" },
    summary: "The price book is 26 hours old",
    ...{ place: "toronto", when: [-13, 2, "23:10"] },
    labels: { error: "book-load: row 0 of 0, keeping book of yesterday" },
    held: ["no-customer-impact", 590],
    acts: [
      [590, "jonas", "quietly told"],
      [
        ...([612, "jonas", "resolved"] as const),
        "The export of merchandising was empty: its disk was full.",
        "Merchandising made it anew, and the book was loaded by hand.",
      ],
    ],
  },
  {
    ...{ service: "identity", rule: "IdentitySignInErrors" },
    summary: "18 % of sign-ins fail",
    when: [-11, 3, "22:40"],
    labels: { error: "E-22 signing key 2026-08 not found, have 2026-07, 2026-09" },
    acts: [
      [0, "karim", "paged", "delivery"],
      [5, "karim", "acknowledged"],
      [
        ...([34, "karim", "resolved"] as const),
        "The rotation of keys was ended by a deployment half-way.",
        "The last complete set of keys taken back, as the runbook says.",
      ],
    ],
    review: ["karim", true, true],
  },
  {
    ...{ key: "stuck", service: "orders", rule: "OrdersStuckConfirming", severity: "error" },
    summary: "212 orders have been confirming for more than 30 minutes",
    when: [-11, 1, "06:15"],
    labels: { error: "confirm 20418833 gave up: payment_unknown after 17 attempts" },
    acts: [
      [0, "marek", "paged", "delivery"],
      [4, "marek", "acknowledged"],
      [
        ...([33, "marek", "resolved"] as const),
        "The asker for outcomes had been scaled to nothing with the night's jobs.",
        "Scaled up again, then pushed in hundreds with a pause, so that the mail relay keeps up.",
      ],
    ],
    review: ["marek", true, true],
  },
  {
    ...{ key: "second-route", service: "payments", rule: "PaymentsGatewayTimeouts", isDrill: true },
    summary: "Drill: the card gateway stops answering",
    ...{ place: "beirut", when: [-8, 1, "11:00"] },
    acts: [
      [0, "rima", "paged", "delivery"],
      [2, "rima", "acknowledged"],
      [14, "rima", "resolved", "A drill.", "Second route, wallets off, and the night desk called: they answered."],
    ],
  },
  {
    ...{ key: "shard", service: "sessionCache", rule: "SessionCacheShardDown", isDrill: true },
    summary: "Drill: a shard of the session cache is gone",
    when: [-7, 2, "15:00"],
    acts: [
      [0, "petra", "paged", "delivery"],
      [19, "petra", "acknowledged"],
      [33, "petra", "resolved", "A drill.", "The shard drained and put back. The command was found, the page was not."],
    ],
  },
  {
    ...{ service: "storefront", rule: "StorefrontErrorRate", severity: "error" },
    summary: "2 % of pages show an apology",
    when: [-6, 2, "14:15"],
    labels: { error: "render /p/88412 failed: upstream=pricing budget of 40 ms spent" },
    acts: [
      [0, "nuno", "paged", "delivery"],
      [8, "nuno", "acknowledged"],
      [27, null, "over"],
    ],
    review: ["nuno", true, false, "That it was Pricing, before I opened my own dashboard."],
  },
  {
    ...{ service: "sessionCache", rule: "SessionCacheShardDown" },
    summary: "Shard 5 refuses new connections",
    when: [-5, 1, "13:30"],
    labels: { error: "ERR max number of clients reached", shard: "5" },
    acts: [
      [0, "karim", "paged", "delivery"],
      [4, "karim", "acknowledged"],
      [
        ...([26, "karim", "resolved"] as const),
        "A job of finance opened a connection for each row of its report.",
        "Its idle connections reaped; the job has a pool now.",
      ],
    ],
    review: ["karim", true, true],
  },
  {
    ...{ service: "catalog", rule: "CatalogHitRateLow", severity: "error" },
    summary: "The hit rate of the catalog is 71 %",
    when: [-5, 3, "02:10"],
    labels: { error: "CatalogStoreError: too many requests (429) instance=catalog-4 warm=false" },
    held: ["impact-unanswered", 410],
    acts: [
      [410, "nuno", "quietly told"],
      [
        ...([433, "nuno", "resolved"] as const),
        "A node was replaced at night, and three instances were cold at once.",
        "Nothing to do by then. The rollout takes one at a time now.",
      ],
    ],
  },
  {
    ...{ service: "orders", rule: "OrdersStuckConfirming", severity: "error" },
    summary: "64 orders have been confirming for more than 30 minutes",
    when: [-2, 4, "06:24"],
    labels: { error: "confirm 20977102 gave up: payment_unknown after 17 attempts" },
    acts: [
      [0, "lin", "paged", "delivery"],
      [9, "lin", "acknowledged"],
      [
        ...([27, "lin", "resolved"] as const),
        "The gateway was silent for ten minutes, and 61 orders waited for it.",
        "Waited for their outcomes; Noor pushed the last three one by one.",
      ],
    ],
    review: ["lin", true, true],
  },
];

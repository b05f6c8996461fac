import { earlierStories } from "#db/seed/demo/alerts/earlier-stories";
import type { Hired, Shop, Staff } from "#db/seed/demo/shop";

type Who = keyof (Staff & Hired);
/** Minutes after it opened; negative ones before. */
type Minutes = number;

export type Act = [after: Minutes, who: Who | null, ...what: Deed];
type Deed =
  | ["paged", seat: "delivery" | "backup" | "ops" | "lead"]
  | ["quietly told"]
  | ["acknowledged"]
  | ["ops", suspicion: string, ops: Who]
  | ["brought in", person: Who, word: string]
  | ["noted", words: string]
  | ["resolved", cause: string, remedy: string]
  | ["over"];

/** An alert of the past. Its day is counted in weeks of a place, so that whoever stood the watch then is known. */
export type Story = {
  key?: string;
  service: keyof Shop["services"];
  rule: string;
  severity?: "critical" | "error" | "warning";
  summary: string;
  /** In the place where its delivery team hands over. */
  when: [week: number, day: number, time: string];
  place?: "lisbon" | "beirut" | "toronto";
  labels?: Record<string, string>;
  /** Why it did not page: it waited until so many minutes later. */
  held?: ["low-severity" | "no-customer-impact" | "impact-unanswered", Minutes | null];
  isFirstTime?: true;
  isDrill?: true;
  /** The `key` of the story whose page stood for this one too. */
  joined?: string;
  acts: Act[];
  review?: [by: Who, wasCustomerFacing: boolean, wasActionable: boolean, missing?: string];
  deploy?: [before: Minutes, service: keyof Shop["services"], summary: string, by: string];
};

export const demoStories: Story[] = [
  ...earlierStories,
  {
    ...{ service: "pricing", rule: "PricingLatencyHigh", severity: "error", isFirstTime: true },
    summary: "Prices take 240 ms at p99, five minutes long",
    ...{ place: "toronto", when: [-10, 4, "22:34"] },
    acts: [
      [0, "kenji", "paged", "delivery"],
      [9, "adaeze", "acknowledged"],
      [14, "adaeze", "noted", "All of it is one visitor who asks for 900 prices a second. The shop itself is fast."],
      [
        ...([31, "adaeze", "resolved"] as const),
        "A price comparison site read the whole catalog through the public pages.",
        "Its addresses got the slow lane: `edge limit add`. The customers never noticed.",
      ],
    ],
    review: [
      "kenji",
      false,
      false,
      "Whether anybody outside sees it. I was in the air, and Adaeze took it from her sofa: thank you.",
    ],
  },
  {
    ...{ key: "orders-fall", service: "checkout", rule: "CheckoutOrdersPerMinuteLow", isDrill: true },
    summary: "Drill: orders a minute fall to a third",
    when: [-9, 2, "14:00"],
    acts: [
      [0, "tomas", "paged", "delivery"],
      [1, "tomas", "acknowledged"],
      [
        6,
        "tomas",
        "noted",
        "Found the widest band within four minutes. The link to the pool panel led to the old board.",
      ],
      [12, "tomas", "resolved", "A drill.", "The runbook, steps 1 to 3. Its link to the pool panel is mended."],
    ],
  },
  {
    ...{ service: "stock", rule: "StockSweepLate", severity: "error" },
    summary: "The sweep has not finished for 17 minutes",
    when: [-8, 5, "11:05"],
    labels: {
      error: 'sweep: canceling statement due to lock timeout, while locking tuple (8812,3) in relation "promises"',
    },
    acts: [
      [0, "ada", "paged", "delivery"],
      [4, "ada", "acknowledged"],
      [9, "ada", "ops", "Somebody holds a lock on promises. I cannot see the sessions of the database.", "noor"],
      [12, "noor", "acknowledged"],
      [
        ...([19, "ada", "resolved"] as const),
        "A report of finance held a lock on promises for half an hour.",
        "Noor ended the report's session; the sweep caught up in two minutes.",
      ],
    ],
    review: ["ada", true, true],
  },
  {
    ...{ service: "mail", rule: "MailQueueOld", severity: "error" },
    summary: "The oldest letter waits for 21 minutes",
    when: [-7, 4, "19:05"],
    labels: { error: "421 4.7.0 too many messages from your address" },
    acts: [
      [0, "petra", "paged", "delivery"],
      [2, "petra", "acknowledged"],
      [
        ...([48, "petra", "resolved"] as const),
        "The newsletter went out at the same minute as the confirmations.",
        "The newsletter's share was cut to a fifth; the queue was empty after 40 minutes.",
      ],
    ],
  },
  {
    ...{ service: "payments", rule: "PaymentsGatewayTimeouts" },
    summary: "12 % of charges get no answer from the card gateway",
    ...{ place: "beirut", when: [-6, 3, "23:50"] },
    labels: { error: "GatewayTimeout: POST /v2/charges key=5f0c no answer after 10000ms", region: "eu-west" },
    acts: [
      [0, "farid", "paged", "delivery"],
      [4, "farid", "acknowledged"],
      [7, "farid", "brought in", "rima", "It is the gateway, not us. Watch the workers while I turn wallets off?"],
      [9, "rima", "acknowledged"],
      [11, "farid", "noted", "Wallets are off, cards still go through. The gateway's status page says nothing yet."],
      [35, null, "over"],
    ],
    review: ["farid", true, true, "A number to call at the gateway. I had it on a card in my wallet."],
  },
  {
    ...{ service: "orders", rule: "OrdersReplicaLag", severity: "warning" },
    summary: "The replica is 95 seconds behind",
    when: [-5, 1, "04:10"],
    held: ["low-severity", 290],
    acts: [
      [290, "tomas", "quietly told"],
      [
        312,
        "tomas",
        "resolved",
        "The nightly export of finance, as every month.",
        "Nothing to do. It was gone at 04:40.",
      ],
    ],
  },
  {
    ...{ service: "search", rule: "SearchIndexAge", severity: "error" },
    summary: "The index is 9 minutes older than the catalog",
    when: [-4, 1, "15:20"],
    labels: {
      error: "cluster_block_exception: index [products] blocked by: [FORBIDDEN/12/index read-only / allow delete]",
    },
    acts: [
      [0, "sophie", "paged", "delivery"],
      [1, "sophie", "acknowledged"],
      [
        ...([14, "sophie", "resolved"] as const),
        "A disk was 96 % full, and the index closed itself for writing.",
        "Old pictures of the index removed, then the block lifted by hand: it does not lift itself.",
      ],
    ],
  },
  {
    ...{ key: "pool", service: "checkout", rule: "CheckoutPaymentStepSlow" },
    summary: "The payment step takes 11 s at p95",
    when: [-3, 2, "02:40"],
    labels: { error: "PoolExhausted: no connection to session-3 within 250 ms", instance: "checkout-7" },
    deploy: [-47, "storefront", "Storefront 4.12.0: the visitor's last basket on the home page", "Nuno Vale"],
    acts: [
      [0, "marek", "paged", "delivery"],
      [3, "marek", "acknowledged"],
      [9, "marek", "ops", "Our pool runs dry, and our own numbers are normal. Who else holds connections?", "tamsin"],
      [10, "tamsin", "acknowledged"],
      [16, "tamsin", "noted", "Storefront holds 7,100 connections, twice its usual. It was released at 01:53."],
      [
        ...([41, "marek", "resolved"] as const),
        "Storefront 4.12.0 opened a connection for each visitor and kept it.",
        "Storefront rolled back by Tamsin; idle connections closed with `session-admin reap --idle 600 --client storefront`.",
      ],
    ],
    review: ["marek", true, true, "What was released lately in the services that share the session cache."],
  },
  {
    ...{ service: "sessionCache", rule: "SessionCacheConnectionsHigh", severity: "error", isFirstTime: true },
    summary: "Shard 3 has 9,200 of its 10,000 connections in use",
    when: [-3, 2, "02:46"],
    acts: [
      [0, "ines", "paged", "delivery"],
      [1, "ines", "acknowledged"],
      [36, null, "over"],
    ],
    review: ["ines", true, true],
  },
  {
    ...{ service: "checkout", rule: "CheckoutPaymentStepErrors", joined: "pool" },
    summary: "4 % of payment steps fail",
    when: [-3, 2, "02:43"],
    labels: { error: "PoolExhausted: no connection to session-3 within 250 ms", instance: "checkout-2" },
    acts: [[40, null, "over"]],
  },
  {
    ...{ service: "identity", rule: "IdentitySignInErrors" },
    summary: "31 % of sign-ins fail",
    when: [-2, 3, "23:12"],
    labels: { error: "E-22 signing key 2026-10 not found, have 2026-09, 2026-11" },
    acts: [
      [0, "karim", "paged", "delivery"],
      [6, "karim", "acknowledged"],
      [8, "karim", "brought in", "ines", "Rotation of keys stopped half-way. You wrote the script."],
      [10, "ines", "acknowledged"],
      [
        ...([26, "ines", "resolved"] as const),
        "The monthly rotation of keys removed the old key before all instances had the new one.",
        "The old key put back from the vault, then the rotation run again by hand.",
      ],
    ],
    review: ["karim", true, true],
  },
  {
    ...{ service: "refunds", rule: "RefundsBatchFailed", severity: "error" },
    summary: "Batch 20 of 20 aborted",
    ...{ place: "beirut", when: [-2, 1, "03:30"] },
    labels: { error: "batch 20 aborted: refund r-88121 amount exceeds charge by 1200" },
    held: ["no-customer-impact", 330],
    acts: [
      [330, "farid", "quietly told"],
      [
        401,
        "farid",
        "resolved",
        "A refund had been entered twice.",
        "Taken out by hand; the batch ran whole the night after.",
      ],
    ],
  },
  {
    ...{ service: "payments", rule: "PaymentsGatewayTimeouts", severity: "error" },
    summary: "4 % of charges get no answer from the card gateway",
    ...{ place: "beirut", when: [-1, 6, "00:41"] },
    labels: { error: "GatewayTimeout: POST /v2/charges key=5f0c no answer after 10000ms", region: "eu-west" },
    acts: [
      [0, "elio", "paged", "delivery"],
      [5, "elio", "acknowledged"],
      [22, "elio", "noted", "Approvals come late, but they come. I leave wallets on."],
      [
        84,
        "elio",
        "resolved",
        "The gateway was slow for an hour and said so later.",
        "Waiting, with an eye on unknown outcomes.",
      ],
    ],
    review: ["elio", true, false, "When waiting is the right thing to do."],
  },
  {
    ...{ service: "stock", rule: "StockSweepLate", severity: "warning" },
    summary: "The sweep took 40 seconds",
    when: [-1, 6, "13:05"],
    held: ["low-severity", null],
    acts: [[6, null, "over"]],
  },
  {
    ...{ service: "stock", rule: "StockSweepLate", severity: "warning" },
    summary: "The sweep took 41 seconds",
    when: [-1, 6, "17:40"],
    held: ["low-severity", null],
    acts: [[5, null, "over"]],
  },
];

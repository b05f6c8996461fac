import type { DocumentHistory } from "#db/seed/demo/document-history";

/** Checkout: what its team wrote, and what ops found at night. */
export const checkoutHistories: DocumentHistory[] = [
  {
    file: "checkout/runbooks/payment-step-hangs",
    written: ["ines", 228, "15:20"],
    edits: [
      {
        turn: ["ada", 176, "11:05"],
        summary: "Say which band of the graph leads where",
        texts: [
          [
            "| `session.read` above 50 ms | pool drained | step 1 below |",
            "| `session.read` | the cache | restart checkout |",
          ],
          [
            "The widest band is the one to follow; do not read logs before you know it.",
            "Then read the logs of the slowest instance.",
          ],
        ],
      },
      {
        turn: ["lin", 139, "16:45"],
        summary: "One instance at a time: restarting all of them made it worse last night",
        texts: [
          [
            "1. Restart the one instance that holds the most connections, and only that one: `kubectl -n checkout delete pod <name>`.\n2. Wait 90 seconds and look at *Time by call* again before you touch a second one.",
            "1. Restart checkout: `kubectl -n checkout rollout restart deploy/checkout`.\n2. Wait five minutes.",
          ],
        ],
      },
      {
        turn: ["marek", 12, "10:20"],
        summary: "Tax is asked in this step now; 18 instances is the most that the pool allows",
        texts: [
          ["| `tax.quote` | Tax waits for its rules | [Refusals rise](/services/tax/runbooks/refusals-rise) |\n", ""],
          [
            "--replicas=18`. The pool allows 18, not more: 18 × 100 is what the session cache gives us.",
            "--replicas=24`.",
          ],
        ],
      },
    ],
    marks: [
      { turn: ["noor", 150, "02:20"], step: "mitigation-1", verdict: "failed", word: "Everybody came back at once" },
      { turn: ["sam", 104, "19:42"], step: "mitigation-1", word: "Back within two minutes" },
      { turn: ["yuki", 8, "03:14"], step: "diagnosis-3", word: "97 on checkout-7, 40 on the others" },
      { turn: ["yuki", 8, "03:17"], step: "mitigation-1" },
      { turn: ["yuki", 8, "03:20"], step: "mitigation-2", word: "One was enough" },
    ],
    followers: ["noor", "sam", "farid", "rui"],
  },
  {
    file: "checkout/runbooks/orders-fall",
    written: ["ada", 231, "14:10"],
    edits: [
      {
        turn: ["tomas", 118, "09:50"],
        summary: "What is normal at each step, and the card to try with",
        texts: [
          ["Normal: address 0.61, pay 0.48, done 0.44.", "Compare with yesterday."],
          [
            "SKU `TEST-0001`, card `4000 0000 0000 0077`. It takes 40 seconds and finds more than any graph.",
            "it takes a minute.",
          ],
        ],
      },
    ],
    reviews: [
      { turn: ["lin", 180, "13:30"] },
      { turn: ["ada", 46, "10:00"], note: "Still right, also after the sale." },
    ],
    marks: [
      { turn: ["sam", 31, "20:11"], step: "diagnosis-2", word: "Found it: no button on the phone page" },
      { turn: ["layla", 24, "05:50"], step: "diagnosis-1", word: "Public holiday in Portugal" },
    ],
    followers: ["noor", "claire", "kenji"],
    suggestion: {
      turn: ["noor", 4, "08:35"],
      summary: "Tax and gift cards can stop a basket too since this month",
      texts: [
        [
          "6. Split by country. One country alone is nearly always [Tax](/services/tax) refusing or [Pricing](/services/pricing) without a price book for it.\n7. Split by means of payment. If only baskets with a gift card stop, it is [Gift cards](/services/gift-cards), and they can be switched off: `flags set checkout.gift-cards off`.",
          "6. Split by country. One country alone is nearly always [Tax](/services/tax) refusing or [Pricing](/services/pricing) without a price book for it.",
        ],
      ],
    },
  },
  {
    file: "checkout/runbooks/baskets-missing",
    written: ["ines", 226, "11:40"],
    edits: [
      {
        turn: ["ines", 219, "17:15"],
        summary: "The rings of two instances can differ",
        texts: [
          [
            "3. Compare the hash of the ring in two instances of checkout: `curl -s checkout-0:9000/debug/ring | jq .hash`. If two differ, half of the reads go to the wrong shard. It happens after a shard was added while checkout ran.\n4. Check",
            "3. Check",
          ],
          [
            "1. If the rings differ, restart checkout one by one: `kubectl -n checkout rollout restart deploy/checkout`.\n2. If there are evictions",
            "1. If there are evictions",
          ],
          ["3. If a shard is gone", "2. If a shard is gone"],
        ],
      },
    ],
    marks: [{ turn: ["noor", 153, "13:05"], step: "mitigation-1", word: "Two of twelve had the old ring" }],
  },
  {
    file: "checkout/notes/how-a-basket-becomes-an-order",
    written: ["ada", 205, "10:30"],
    edits: [
      {
        turn: ["lin", 141, "15:10"],
        summary: "Retries moved to orders",
        texts: [
          [
            "\n- {141 days ago}: retries belong to orders, not to checkout. A browser that was closed must not stop an order.",
            "",
          ],
          [
            "Whoever gets the same key twice gives the same answer twice. That is the whole trick: **each step can be repeated, so a stuck order is retried, never edited**.",
            "Checkout tries each call three times before it gives up.",
          ],
        ],
      },
    ],
    reviews: [{ turn: ["ada", 14, "16:00"], note: "Tax and gift cards do not change the order of the calls." }],
    followers: ["beatriz", "farid", "karim"],
  },
];

import type { DocumentHistory } from "#db/seed/demo/document-history";

/** Payments and what hangs on the ledger. */
export const paymentsHistories: DocumentHistory[] = [
  {
    file: "payments/runbooks/approvals-drop",
    written: ["farid", 221, "07:40"],
    edits: [
      {
        turn: ["farid", 133, "12:10"],
        summary: "The codes that lie",
        texts: [
          [
            "3. Read the code with care. Two of them lie:\n\n   | code | it says | it means |\n   | --- | --- | --- |\n   | `05` | do not honour | anything; look at the bins |\n   | `51` | no funds | true; rises at the end of each month |\n   | `65` | strong authentication needed | **our** request lacked the field |\n   | `91` | issuer not available | true, and not ours |\n   | `96` | system error | the gateway, whatever its status page says |\n",
            "3. Look the code up in the gateway's manual.\n",
          ],
        ],
      },
      {
        turn: ["hanna", 62, "13:30"],
        summary: "Stolen cards were tested on us for a night",
        texts: [
          [
            "5. Many bins and small amounts from a handful of addresses: somebody is testing stolen cards with us. Go to step 4 of the mitigation.\n",
            "",
          ],
          [
            "4. Card testing: raise the bar, `flags set payments.min-amount-guest 500`, and tell the acquirer. They fine us if they notice first.\n",
            "",
          ],
        ],
      },
    ],
    reviews: [{ turn: ["farid", 60, "08:00"] }],
    marks: [
      { turn: ["layla", 39, "01:22"], step: "diagnosis-1", word: "One bank in Lebanon" },
      { turn: ["layla", 39, "01:24"], step: "mitigation-1", word: "They were back at 02:10" },
      { turn: ["noor", 19, "05:31"], step: "diagnosis-2" },
      { turn: ["noor", 19, "05:40"], step: "mitigation-2", word: "Route b took all of it" },
    ],
    followers: ["ada", "noor", "layla", "rui"],
  },
  {
    file: "payments/runbooks/gateway-timeouts",
    written: ["farid", 210, "09:00"],
    edits: [
      {
        turn: ["rima", 92, "10:30"],
        summary: "Their status page was green again while nothing worked",
        texts: [
          [
            ", and do not believe it: in the last year it was green for the first 20 minutes of every fault.",
            ". If it is red, wait for them.",
          ],
          [
            "4. Call the acquirer's night desk; the number is in the vault under `cardgateway/night`. Have the merchant number and three of the keys at hand.\n5. When",
            "4. When",
          ],
        ],
      },
    ],
    reviews: [{ turn: ["elio", 28, "14:00"] }],
    marks: [
      { turn: ["yuki", 43, "02:50"], step: "mitigation-2", word: "Unknowns fell at once" },
      {
        turn: ["layla", 11, "06:20"],
        step: "mitigation-1",
        verdict: "out-of-date",
        word: "Nodes have no such label any more, egress is a gateway now",
      },
    ],
    followers: ["marek", "sam"],
    suggestion: {
      turn: ["marek", 6, "10:15"],
      summary: "Say how to find the orders that hang on an unknown charge",
      texts: [
        [
          "If 30 minutes are over, push the orders: [Orders stuck in confirming](/services/orders/runbooks/stuck-in-confirming). Those that hang on this fault have `last_error_code = 'payment_unknown'`; leave the others alone.",
          "If 30 minutes are over, push the orders: [Orders stuck in confirming](/services/orders/runbooks/stuck-in-confirming).",
        ],
      ],
    },
  },
  {
    file: "payments/runbooks/ledger-imbalance",
    written: ["elio", 187, "11:20"],
    reviews: [
      { turn: ["farid", 120, "09:00"] },
      { turn: ["elio", 51, "15:10"], note: "Completed a movement with Hanna on the copy, as written." },
    ],
    followers: ["hanna"],
  },
  {
    file: "payments/notes/charging-once",
    written: ["farid", 199, "08:20"],
    edits: [
      {
        turn: ["farid", 88, "11:45"],
        summary: "Gift cards are movements of ours now",
        texts: [
          [
            "\n- {88 days ago}: gift cards are a kind of movement and not a service of their own beside the ledger.",
            "",
          ],
        ],
      },
    ],
    reviews: [{ turn: ["rima", 35, "09:00"], note: "Asked the acquirer: still 48 hours." }],
    marks: [
      {
        turn: ["rima", 35, "08:50"],
        step: "what-it-assumes-about-its-surroundings-1",
        word: "Their manual says so on page 112",
      },
    ],
    followers: ["ada", "lin", "ines"],
  },
  {
    file: "refunds/runbooks/batch-failed",
    written: ["hanna", 216, "14:00"],
    reviews: [{ turn: ["hanna", 121, "10:00"] }],
  },
  {
    file: "gift-cards/runbooks/balances-slow",
    written: ["kenji", 218, "18:00"],
    edits: [
      {
        turn: ["elio", 84, "10:00"],
        summary: "An index that was built at noon held every charge",
        texts: [
          [
            "\n> [!WARNING]\n> No new index on `entries` while people buy. Building one held every charge for eleven minutes.\n",
            "\nIf that does not help, add an index.\n",
          ],
        ],
      },
    ],
    reviews: [{ turn: ["elio", 44, "09:30"] }],
  },
  {
    file: "gift-cards/notes/balance-from-the-ledger",
    written: ["elio", 119, "12:00"],
    edits: [
      {
        turn: ["elio", 44, "09:50"],
        summary: "Why there is no snapshot either",
        texts: [
          [
            "\n- {44 days ago}: against a nightly snapshot as a shortcut. It helps in one week of the year and has to be right in all of them.",
            "",
          ],
        ],
      },
    ],
    followers: ["hanna", "kenji"],
  },
];

import type { DocumentHistory } from "#db/seed/demo/document-history";

/** Payments, prices and taxes. Gil, who wrote half of what Pricing knows, has left. */
export const moneyHistories: DocumentHistory[] = [
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
    file: "pricing/runbooks/price-book-stale",
    written: ["gil", 224, "16:00"],
    edits: [
      {
        turn: ["jonas", 137, "15:15"],
        summary: "An empty export is not a price book",
        texts: [
          [
            "2. `row 0 of 0` means that the export of merchandising was empty. Check the size of the file: `ls -l /srv/exports/prices-$(date -u +%F).csv`. Under 40 MB is not a price book.\n3. `dup",
            "2. `dup",
          ],
          ["4. The load succeeded", "3. The load succeeded"],
        ],
      },
      {
        turn: ["gil", 78, "17:20"],
        summary: "What to do on the first day of a sale",
        texts: [
          [
            "4. On the day of a sale: call merchandising on duty before 06:00 UTC, and ask for the export by hand.\n",
            "",
          ],
          [
            " On the first day of a sale they are wrong for all of them: then this is an emergency, and merchandising knows it before you do.",
            "",
          ],
        ],
      },
    ],
    marks: [{ turn: ["yuki", 58, "02:40"], step: "mitigation-2", word: "Line 88,412, a phone case" }],
    followers: ["adaeze", "sam"],
  },
  {
    file: "pricing/runbooks/prices-slow",
    written: ["adaeze", 183, "14:30"],
    edits: [
      {
        turn: ["adaeze", 9, "18:10"],
        summary: "Promotions are asked for each price since last week",
        texts: [
          [
            "three bands, one of them grew.\n2. *Rules* grew: [Promotions](/services/promotions) has many rules or a slow one. Count them: `curl -s promotions:9000/rules/active | jq length`. Above 200 it hurts.\n3. *Book*",
            "two bands, one of them grew.\n2. *Book*",
          ],
          [
            "1. Leave the rules out: `flags set pricing.promotions off`. Vouchers stop working in lists and still work in the basket.\n2. Slow",
            "1. Slow",
          ],
        ],
      },
    ],
    reviews: [{ turn: ["jonas", 95, "14:00"] }],
    followers: ["sophie", "kenji"],
  },
  {
    file: "pricing/notes/price-book-and-fallback",
    written: ["gil", 194, "12:00"],
    reviews: [{ turn: ["gil", 108, "16:00"] }],
    followers: ["jonas"],
  },
  {
    file: "tax/runbooks/refusals-rise",
    written: ["gil", 186, "13:00"],
    edits: [
      {
        turn: ["gil", 71, "15:40"],
        summary: "Nobody sets 0 % again, please",
        texts: [
          [
            "\n> [!CAUTION]\n> Never set a rate of 0 % to let people through. It was done once for an afternoon, and the difference came out of our pocket.\n",
            "",
          ],
        ],
      },
    ],
    marks: [{ turn: ["layla", 68, "00:25"], step: "mitigation-1", word: "Malta, books" }],
    followers: ["ada", "claire"],
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
  {
    file: "promotions/runbooks/discount-too-high",
    written: ["adaeze", 9, "16:30"],
    followers: ["jonas", "noor"],
  },
];

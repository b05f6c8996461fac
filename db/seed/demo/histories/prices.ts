import type { DocumentHistory } from "#db/seed/demo/document-history";

/** Prices and taxes. Gil, who wrote half of it, has left. */
export const pricesHistories: DocumentHistory[] = [
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
    file: "promotions/runbooks/discount-too-high",
    written: ["adaeze", 9, "16:30"],
    followers: ["jonas", "noor"],
  },
];

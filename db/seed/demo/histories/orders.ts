import type { DocumentHistory } from "#db/seed/demo/document-history";

/** Orders and stock, which share a database and a team. */
export const ordersHistories: DocumentHistory[] = [
  {
    file: "orders/runbooks/stuck-in-confirming",
    written: ["marek", 170, "14:00"],
    edits: [
      {
        turn: ["tomas", 101, "11:30"],
        summary: "Ten first, then hundreds: the mail relay refused the rest",
        texts: [
          [
            "2. Push ten of them and wait a minute: `kubectl -n orders exec deploy/confirmer -- confirm retry --state confirming --older 30m --limit 10`.\n3. If all ten are `confirmed`, push the rest in hundreds, with a pause of 30 seconds: the mail relay takes 200 a second and no more.\n4. For",
            "2. Push them: `kubectl -n orders exec deploy/confirmer -- confirm retry --state confirming --older 30m`.\n3. For",
          ],
          ["5. If a customer", "4. If a customer"],
        ],
      },
      {
        turn: ["marek", 66, "09:40"],
        summary: "Why nobody edits the state in SQL",
        texts: [
          [' Somebody once "fixed" 212 orders that way, and the warehouse packed none of them.', ""],
          [
            "\n## Known oddities\n\n`mail_refused` orders are counted by the alert although they are done. Subtract them before you worry.\n",
            "",
          ],
          [" It should not be in this list at all: see the last line of this page.", ""],
        ],
      },
    ],
    reviews: [{ turn: ["beatriz", 20, "15:30"], note: "Walked through it with Marek." }],
    marks: [
      { turn: ["sam", 101, "06:15"], step: "mitigation-2", verdict: "failed", word: "Relay answered 421 for an hour" },
      { turn: ["layla", 52, "04:05"], step: "mitigation-2", word: "All ten went through" },
      { turn: ["layla", 52, "04:09"], step: "mitigation-3", word: "1,140 in twelve minutes" },
      { turn: ["noor", 11, "06:31"], step: "diagnosis-1", word: "payment_unknown, 61 of 64" },
      { turn: ["noor", 11, "06:44"], step: "mitigation-4" },
    ],
    followers: ["ada", "noor", "rima"],
  },
  {
    file: "orders/runbooks/database-read-only",
    written: ["noor", 165, "09:15"],
    edits: [
      {
        turn: ["noor", 160, "09:20"],
        summary: "Typing mistake",
        texts: [["promote that one:", "promote that on:"]],
        isTypo: true,
      },
    ],
    reviews: [
      { turn: ["marek", 158, "10:00"] },
      { turn: ["noor", 27, "12:00"], note: "Rehearsed on the staging cluster: 41 seconds." },
    ],
    followers: ["marek", "yuki", "layla"],
  },
  {
    file: "orders/runbooks/replica-lags",
    written: ["tomas", 168, "13:00"],
    reviews: [{ turn: ["noor", 112, "09:00"] }],
    marks: [{ turn: ["yuki", 126, "04:40"], step: "mitigation-1", word: "finance_ro, as ever" }],
  },
  {
    file: "orders/notes/states-of-an-order",
    written: ["marek", 171, "10:00"],
    edits: [
      {
        turn: ["marek", 96, "16:20"],
        summary: "Why the table is not split by year",
        texts: [
          [
            "\n- {96 days ago}: against splitting the table by year. Ten years fit on one volume, and every report would have to know.",
            "",
          ],
        ],
      },
    ],
    reviews: [{ turn: ["tomas", 58, "11:00"] }],
    followers: ["beatriz", "hanna"],
  },
  {
    file: "stock/runbooks/sweep-stopped",
    written: ["lin", 202, "15:00"],
    edits: [
      {
        turn: ["lin", 74, "14:20"],
        summary: "Only expired promises: somebody emptied the baskets of paying customers",
        texts: [
          [
            "promises free --sku <sku> --expired-only`.\n\n> [!WARNING]\n> `--expired-only` is not the default. Without it you take things out of the baskets of people who are paying at that moment.\n",
            "promises free --sku <sku>`.\n",
          ],
        ],
      },
    ],
    marks: [
      { turn: ["sam", 60, "12:20"], step: "mitigation-1", word: "A deployment had left it suspended" },
      {
        turn: ["layla", 9, "11:48"],
        step: "mitigation-3",
        verdict: "failed",
        word: "The job needs a secret that was renamed",
      },
    ],
    followers: ["ada"],
  },
  {
    file: "stock/runbooks/oversold",
    written: ["sam", 22, "10:40"],
  },
  {
    file: "stock/notes/promises",
    written: ["lin", 150, "10:00"],
    reviews: [{ turn: ["lin", 25, "14:00"] }],
    marks: [{ turn: ["marek", 21, "14:30"], step: "what-it-assumes-about-its-surroundings-3", word: "130 at peak" }],
  },
];

import type { DocumentHistory } from "#db/seed/demo/document-history";

/** Identity and mail, on which the others stand. */
export const groundHistories: DocumentHistory[] = [
  {
    file: "identity/runbooks/sign-ins-fail",
    written: ["oskar", 192, "11:00"],
    edits: [
      {
        turn: ["oskar", 98, "10:10"],
        summary: "What the number in the corner says",
        texts: [
          [
            " Note the number in the corner of the error page.\n2. `E-41`: no session could be written. It is",
            "\n2. Mostly it is",
          ],
        ],
      },
    ],
    reviews: [{ turn: ["oskar", 30, "13:00"] }],
    marks: [
      { turn: ["layla", 26, "01:55"], step: "diagnosis-1", word: "E-17" },
      { turn: ["layla", 26, "01:59"], step: "mitigation-1", word: "14 instances, four minutes" },
    ],
    followers: ["noor", "tamsin"],
  },
  {
    file: "identity/notes/accounts-and-guests",
    written: ["karim", 201, "13:00"],
    followers: ["oskar"],
  },
  {
    file: "mail/runbooks/queue-grows",
    written: ["tamsin", 127, "16:00"],
    reviews: [{ turn: ["tamsin", 68, "14:00"] }],
    marks: [
      { turn: ["sam", 100, "06:40"], step: "mitigation-2", word: "orders, 50 a second" },
      { turn: ["sam", 34, "09:12"], step: "mitigation-3", verdict: "failed", word: "Hung again after a minute" },
      { turn: ["layla", 17, "03:33"], step: "mitigation-3", word: "Works since the sender was mended" },
    ],
    followers: ["marek", "rima"],
  },
  {
    file: "mail/notes/queue-and-relay",
    written: ["tamsin", 129, "15:00"],
    edits: [
      {
        turn: ["tamsin", 90, "15:20"],
        summary: "Against a second relay",
        texts: [
          ["\n- {90 days ago}: no second relay. The second address with the same one covers what happened so far.", ""],
        ],
      },
    ],
    reviews: [{ turn: ["karim", 50, "09:30"] }],
  },
];

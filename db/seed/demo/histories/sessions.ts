import type { DocumentHistory } from "#db/seed/demo/document-history";

/** The session cache, and whoever drains a shard of it at night. */
export const sessionsHistories: DocumentHistory[] = [
  {
    file: "session-cache/runbooks/connections-run-out",
    written: ["ines", 203, "18:20"],
    edits: [
      {
        turn: ["ines", 151, "15:00"],
        summary: "What that afternoon taught us: reap the idle ones, never kill everybody",
        texts: [
          [
            "2. Close what has been idle for ten minutes: `session-admin reap --idle 600 --client <client>`. Pools reconnect by themselves.\n3. Only if shards refuse connections already: raise",
            "2. Raise",
          ],
          ["4. Tell the team of the client now", "3. Tell the team of the client now"],
          [
            "\n> [!CAUTION]\n> Never `CLIENT KILL TYPE normal`. It throws out everybody, and all of them reconnect in the same second: 40 seconds in which nobody can sign in.\n",
            "\nIf nothing helps, `CLIENT KILL TYPE normal` on every shard.\n",
          ],
          [" This is what took sign-in and buying away for an afternoon on {153 days ago}.", ""],
        ],
      },
      {
        turn: ["tamsin", 89, "14:10"],
        summary: "The usual numbers of each client",
        texts: [["\n   Usual at noon: storefront 3,800, checkout 1,200, identity 600, promotions 300.", ""]],
      },
    ],
    reviews: [{ turn: ["ines", 2, "17:30"], note: "With Promotions among the clients." }],
    marks: [
      { turn: ["noor", 153, "13:40"], step: "diagnosis-1", word: "checkout, 6,900" },
      { turn: ["sam", 64, "19:20"], step: "mitigation-1", word: "storefront, a release of 18:50" },
      { turn: ["yuki", 8, "03:08"], step: "diagnosis-1", word: "checkout again, one instance" },
      { turn: ["yuki", 8, "03:16"], step: "mitigation-2", word: "4,100 closed, nobody noticed" },
    ],
    followers: ["ada", "noor", "yuki", "sophie", "farid"],
  },
  {
    file: "session-cache/runbooks/drain-a-shard",
    written: ["ines", 201, "19:00"],
    edits: [
      {
        turn: ["yuki", 41, "16:40"],
        summary: "Look at the neighbours first; and checkout has to be restarted afterwards",
        texts: [
          [
            "1. See that both neighbours have room: under 70 % memory each. If not, do not drain; see [Memory is full](/services/session-cache/runbooks/memory-full).\n2. Begin",
            "1. Begin",
          ],
          [" Then restart [Checkout](/services/checkout) one by one: it reads the ring at its start only.", ""],
        ],
      },
    ],
    marks: [
      { turn: ["yuki", 36, "05:10"], step: "mitigation-2", word: "14 minutes" },
      { turn: ["layla", 29, "02:30"], step: "mitigation-3", word: "Stood still twice, went on each time" },
    ],
    followers: ["noor", "layla", "karim"],
  },
  {
    file: "session-cache/runbooks/memory-full",
    written: ["karim", 198, "09:00"],
    reviews: [{ turn: ["karim", 143, "10:00"] }],
    marks: [{ turn: ["sam", 134, "20:45"], step: "mitigation-1", word: "A price comparison site" }],
  },
  {
    file: "session-cache/notes/shards-and-pools",
    written: ["ines", 200, "15:00"],
    edits: [
      {
        turn: ["ines", 128, "18:00"],
        summary: "Why there is no proxy, after we argued about it for a week",
        texts: [
          [
            "\n- {128 days ago}: no proxy in front. It would cost 2 ms of the 5 that we promise. To be looked at again above 9,000 connections.",
            "",
          ],
        ],
      },
      {
        turn: ["ines", 2, "18:15"],
        summary: "Promotions is a client now",
        texts: [
          ["    identity[Identity]\n    promotions[Promotions]\n", "    identity[Identity]\n"],
          ["storefront & checkout & identity & promotions -->", "storefront & checkout & identity -->"],
          ["| promotions | 6 | 50 | up to 300 |\n\nTogether 7,700", "\nTogether 7,400"],
          ["\n- [Promotions](/services/promotions) keeps nothing here but counters of vouchers, which may vanish.", ""],
        ],
      },
    ],
    followers: ["yuki", "adaeze", "ada"],
  },
];

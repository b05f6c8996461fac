import type { DocumentHistory } from "#db/seed/demo/document-history";

/** Pages, products and search: the Storefront team. */
export const browsingHistories: DocumentHistory[] = [
  {
    file: "storefront/runbooks/pages-slow",
    written: ["sophie", 214, "15:00"],
    edits: [
      {
        turn: ["nuno", 109, "11:20"],
        summary: "More instances mean more connections to the session cache",
        texts: [
          [
            "ten at a time, `kubectl -n storefront scale deploy/storefront --replicas=50`. Watch the connections of the session cache: each instance brings 120.",
            "`kubectl -n storefront scale deploy/storefront --replicas=80`.",
          ],
        ],
      },
      {
        turn: ["dev", 5, "16:10"],
        summary: "Pictures come from the image press now, and pages do without it",
        texts: [
          [
            "(recommendations), then `flags set storefront.pictures original` (image press). Nobody misses either.",
            "(recommendations). Nobody misses it.",
          ],
        ],
      },
    ],
    marks: [
      { turn: ["sam", 47, "18:30"], step: "diagnosis-1", word: "session.read, 900 ms" },
      { turn: ["layla", 2, "04:12"], step: "mitigation-1", word: "Strip off, under 800 ms at once" },
    ],
    followers: ["sam", "karim", "claire"],
  },
  {
    file: "storefront/runbooks/pages-fail",
    written: ["sophie", 212, "15:30"],
    reviews: [{ turn: ["nuno", 33, "10:00"] }],
    marks: [{ turn: ["noor", 70, "06:10"], step: "mitigation-4", word: "The edge said 200, the instance 503" }],
    followers: ["noor"],
  },
  {
    file: "storefront/notes/where-a-page-waits",
    written: ["sophie", 197, "16:00"],
    edits: [
      {
        turn: ["sophie", 62, "15:20"],
        summary: "A limit for each wait",
        texts: [
          [
            "\n- {62 days ago}: each wait has a limit of its own. One limit for the whole page punished those who were quick.",
            "",
          ],
        ],
      },
    ],
    followers: ["dev", "gil"],
  },
  {
    file: "catalog/runbooks/cold-instances",
    written: ["nuno", 203, "10:40"],
    edits: [
      {
        turn: ["nuno", 83, "12:00"],
        summary: "Warm up from a neighbour",
        texts: [
          [
            "3. Warm them from a neighbour in 50 seconds in place of four minutes: `catalog-admin copy-from <warm pod>`.\n4. Let",
            "3. Wait until they are warm.\n4. Let",
          ],
        ],
      },
    ],
    reviews: [{ turn: ["sophie", 40, "14:40"] }],
    marks: [
      { turn: ["yuki", 55, "01:15"], step: "mitigation-1" },
      { turn: ["yuki", 55, "01:18"], step: "mitigation-2", word: "Seven of nine were cold" },
      { turn: ["sam", 15, "21:02"], step: "mitigation-3", word: "50 seconds, as it says" },
    ],
    followers: ["yuki", "dev"],
  },
  {
    file: "catalog/notes/memory-first",
    written: ["nuno", 195, "11:00"],
    edits: [
      {
        turn: ["nuno", 83, "12:30"],
        summary: "Warm-up from a neighbour",
        texts: [["\n- {83 days ago}: warm-up copies from a neighbour. Before that a release took 50 minutes.", ""]],
      },
    ],
    reviews: [{ turn: ["sophie", 38, "15:00"] }],
  },
  {
    file: "search/runbooks/index-old",
    written: ["sophie", 206, "14:00"],
    edits: [
      {
        turn: ["dev", 30, "15:30"],
        summary: "A full disk leaves the index closed for writes",
        texts: [
          [
            "3. Then open it for writes again, which it does not do itself:\n\n   ```sh\n   curl -X PUT search-1:9200/_all/_settings -H 'content-type: application/json' \\\n     -d '{\"index.blocks.read_only_allow_delete\": null}'\n   ```\n\n4. If",
            "3. If",
          ],
        ],
      },
    ],
    followers: ["nuno"],
  },
  {
    file: "search/notes/from-catalog-to-index",
    written: ["sophie", 189, "13:30"],
    reviews: [{ turn: ["sophie", 45, "16:00"], note: "Added the languages." }],
  },
];

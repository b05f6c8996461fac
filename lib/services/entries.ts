/** What a catalog holds besides services: nobody is paged for these. */
export const entryKinds = ["api", "resource", "system", "domain"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a kind of entry is called. */
export const kindWords: Record<EntryKind, string> = {
  api: "API",
  resource: "resource",
  system: "system",
  domain: "domain",
};

/** How many parts of an entry its page shows at most. */
export const mostParts = 200;

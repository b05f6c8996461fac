/** What a search finds. Services, teams and rotations are named by slug, people by e-mail; `why` completes "it was found because …". */
export type SearchItem = {
  kind: SearchKind;
  slug: string | null;
  email: string | null;
  name: string;
  /** A few words that tell it from others of the same name: its team, its title. */
  hint: string | null;
  /** Its page in the portal. */
  url: string;
  why: string;
};

export const searchKinds = ["service", "team", "rotation", "person"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** How a thing answers to what was typed, best first. The database ranks; this says it in words. */
export const matches = [
  "is-name",
  "is-address",
  "name-begins",
  "address-begins",
  "name-word-begins",
  "name-has",
  "address-has",
  "description-has",
  "words",
  "like",
] as const;
export type Match = (typeof matches)[number];

const words: Record<Match, (query: string) => string> = {
  "is-name": () => "this is the name",
  "is-address": () => "this is the address",
  "name-begins": (query) => `the name begins with ${query}`,
  "address-begins": (query) => `the address begins with ${query}`,
  "name-word-begins": (query) => `a word of the name begins with ${query}`,
  "name-has": (query) => `the name has ${query} in it`,
  "address-has": (query) => `the address has ${query} in it`,
  "description-has": (query) => `the description mentions ${query}`,
  words: (query) => `it has every word of ${query}`,
  like: (query) => `the name is like ${query}`,
};

/** Why a thing was found, in words. */
export function describeMatch(match: Match, query: string): string {
  return words[match](`“${query}”`);
}

/** The page of a thing that was found. */
export function urlOf({ kind, slug, email }: Pick<SearchItem, "kind" | "slug" | "email">): string {
  if (kind === "person") return `/people/${encodeURIComponent(email ?? slug ?? "")}`;
  return `/${kind}s/${slug}`;
}

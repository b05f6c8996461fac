import { documentUrl, signatureUrl } from "#lib/documents/addresses";
import type { DocumentKind } from "#lib/documents/views";
import type { Excerpt } from "#lib/search/excerpt";

/** What a search finds. People are named by e-mail, everything else by slug; `why` completes "it was found because …". */
export type SearchItem = {
  kind: SearchKind;
  slug: string | null;
  email: string | null;
  /** Its name; the title of a document, the meaning of a signature. */
  name: string;
  /** A few words that tell it from others of the same name: its team, its title, its service. */
  hint: string | null;
  /** Its page in the portal; of a document the section that was found. */
  url: string;
  why: string;
  /** The slug of the service whose document or signature it is. */
  service: string | null;
  /** The heading of the section that was found; null where it is the whole document. */
  section: string | null;
  /** Words around those that were sought. */
  excerpt: Excerpt | null;
};

export const searchKinds = ["service", "team", "rotation", "person", "document", "signature"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** How a thing answers to what was typed, best first. The database ranks; this says it in words. */
export const matches = [
  "is-name",
  "is-address",
  "answers-alert",
  "name-begins",
  "address-begins",
  "name-word-begins",
  "name-has",
  "address-has",
  "heading-has",
  "description-has",
  "words",
  "text-has",
  "like",
  "text-like",
] as const;
export type Match = (typeof matches)[number];

const words: Record<Match, (query: string) => string> = {
  "is-name": () => "this is the name",
  "is-address": () => "this is the address",
  "answers-alert": (query) => `it answers the alert ${query}`,
  "name-begins": (query) => `the name begins with ${query}`,
  "address-begins": (query) => `the address begins with ${query}`,
  "name-word-begins": (query) => `a word of the name begins with ${query}`,
  "name-has": (query) => `the name has ${query} in it`,
  "address-has": (query) => `the address has ${query} in it`,
  "heading-has": (query) => `a heading has ${query} in it`,
  "description-has": (query) => `the description mentions ${query}`,
  words: (query) => `it has every word of ${query}`,
  "text-has": (query) => `its text has ${query} in it`,
  like: (query) => `the name is like ${query}`,
  "text-like": (query) => `its text has ${query} in it, which is nearly what was typed`,
};

/** Why a thing was found, in words. */
export function describeMatch(match: Match, query: string): string {
  return words[match](`“${query}”`);
}

/** The place of a match in the order, as the database is told it. */
export const rankOf = (match: Match) => matches.indexOf(match);

/** Where a thing that was found has its page. */
export type Place = Pick<SearchItem, "slug" | "email" | "service"> & {
  kind: SearchKind;
  documentKind?: DocumentKind | null;
  anchor?: string | null;
};

/** The page of a thing that was found. */
export function urlOf({ kind, slug, email, service, documentKind, anchor }: Place): string {
  if (kind === "person") return `/people/${encodeURIComponent(email ?? slug ?? "")}`;
  const address = { slug: slug ?? "", service: { slug: service ?? "" } };
  if (kind === "document") return documentUrl({ ...address, kind: documentKind ?? "runbook" }, anchor ?? "");
  return kind === "signature" ? signatureUrl(address) : `/${kind}s/${slug}`;
}

const documentWords = { runbook: "runbook", note: "architecture note" };

/** What tells a document from others of its title: its kind, and its service by name. */
export const documentHint = (kind: DocumentKind, service: string | null) => `${documentWords[kind]} · ${service}`;

import type { Freshness } from "#lib/documents/freshness";
import type { Outline } from "#lib/documents/outline";

/** A runbook says what to do; an architecture note (`note`) how a service works. */
export type DocumentKind = "runbook" | "note";

/** A thing as pages name it. */
export type Ref = { slug: string; name: string };
/** Somebody as pages name them; `address` leads to their page, null for a token or an import. */
export type Author = { address: string | null; name: string };

/** A document as lists show it. */
export type DocumentItem = {
  id: string;
  kind: DocumentKind;
  slug: string;
  title: string;
  service: Ref;
  alertNames: string[];
  freshness: Freshness;
  changedAt: string;
};

/** A document with its present text. Instants are ISO texts. */
export type DocumentView = {
  id: string;
  kind: DocumentKind;
  slug: string;
  title: string;
  service: Ref & { id: string; isRetired: boolean };
  alertNames: string[];
  /** Number of the present revision. */
  revision: number;
  body: string;
  outline: Outline;
  lastChange: { author: Author; at: string; summary: string | null };
  reviewIntervalDays: number;
  /** Where it was imported from; null when it was written here. */
  source: { source: string; location: string } | null;
  retiredAt: string | null;
  createdAt: string;
  isFollowed: boolean;
  permissions: DocumentPermissions;
};

/** What the viewer may do with a document: decides which buttons its pages show. */
export type DocumentPermissions = { canEdit: boolean; canReview: boolean; canSuggest: boolean };

/** One line of a document's history. */
export type RevisionItem = {
  number: number;
  title: string;
  author: Author;
  at: string;
  summary: string | null;
  origin: "written" | "merged" | "restored" | "imported" | "suggested";
  basedOn: number | null;
};

/** A document as it stood after one save. */
export type RevisionView = RevisionItem & { alertNames: string[]; body: string };

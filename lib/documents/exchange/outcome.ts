import type { Told } from "#lib/documents/exchange/drafts";
import type { DocumentKind } from "#lib/documents/views";

/** A file with the document that it is. */
export type Loaded = { path: string; address: string; title: string };

/** Both texts of a file that changed in its source and here, in the same place; here nothing was touched. */
export type ImportConflict = Told & { address: string; here: string; there: string };

/** What an import of documents did, or in a dry run would do. */
export type DocumentImportResult = {
  created: Loaded[];
  changed: Loaded[];
  /** Changed in the source and here: both changes are in it. */
  merged: Loaded[];
  unchanged: number;
  conflicts: ImportConflict[];
  rejected: Told[];
  passedOver: Told[];
};

export type Outcome =
  | { outcome: "created" | "changed" | "merged"; loaded: Loaded }
  | { outcome: "unchanged" }
  | { outcome: "conflict"; conflict: ImportConflict }
  | { outcome: "passed-over"; told: Told };

export const nothingLoaded = (): DocumentImportResult => ({
  ...{ created: [], changed: [], merged: [], unchanged: 0 },
  ...{ conflicts: [], rejected: [], passedOver: [] },
});

export function addOutcome(result: DocumentImportResult, one: Outcome): void {
  if (one.outcome === "unchanged") result.unchanged += 1;
  else if (one.outcome === "conflict") result.conflicts.push(one.conflict);
  else if (one.outcome === "passed-over") result.passedOver.push(one.told);
  else result[one.outcome].push(one.loaded);
}

/** How a result names a document: where it is kept below `/services/`. */
export const addressWords = (service: string, kind: DocumentKind, slug: string) => `${service}/${kind}s/${slug}`;

/** What an upload on the administrator's screen came to; `kept` is the archive in base64, to be loaded as it was seen. */
export type ImportedArchive = {
  outcome: DocumentImportResult;
  dryRun: boolean;
  source: string;
  service: string;
  kept: string;
};

import type { DocumentKind } from "#lib/documents/views";
import { Conflict } from "#lib/errors";

/** One place where two saves contradict each other. `line` counts from 1 in `merged`; null for a title. */
export type ConflictingPart = {
  field: "title" | "body";
  line: number | null;
  base: string;
  mine: string;
  theirs: string;
};

/** Everything that a person needs to end a conflict: nothing that either of them wrote is missing. */
export type MergeConflictDetail = {
  /** The present revision, on which the next save has to be based. */
  revision: number;
  theirs: { title: string; body: string; alertNames: string[] };
  yours: { title: string; body: string; alertNames: string[] };
  /** Both texts, each contradiction between markers; `title` is yours. */
  merged: { title: string; body: string; alertNames: string[] };
  conflicts: ConflictingPart[];
};

/** Two people changed the same place of a document. `detail` holds both texts. */
export class MergeConflict extends Conflict {
  readonly detail: MergeConflictDetail;
  constructor(kind: DocumentKind, detail: MergeConflictDetail) {
    const what = kind === "runbook" ? "runbook" : "architecture note";
    super(
      `Somebody saved this ${what} in the meantime, and changed the same place. Nothing is lost: choose what stays.`,
    );
    this.detail = detail;
  }

  override get members() {
    return this.detail;
  }
}

/** What the form gets back in place of a saved document; `summary` as it was typed, `by` who saved last. */
export type ConflictingSave = { conflict: MergeConflictDetail; summary: string | null; by?: string };

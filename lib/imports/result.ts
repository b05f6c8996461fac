import type { ImportDifference, ImportNote, RejectedDocument } from "#db/schema";

/** What an import did, or in a dry run would do. Counts are of documents; `differences` are of things. */
export type ImportResult = {
  total: number;
  created: number;
  changed: number;
  unchanged: number;
  retired: number;
  rejected: RejectedDocument[];
  notes: ImportNote[];
  differences: ImportDifference[];
};

/** The part of a result that `PUT /catalog` answers. */
export function summaryOf({ created, changed, unchanged, retired, rejected }: ImportResult) {
  return { created, changed, unchanged, retired, rejected };
}

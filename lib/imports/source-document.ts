/** Where a document stands; `document` counts from 1 within its file, or within the array for JSON. */
export type Place = {
  /** The file or address, as the person who imports it knows it. */
  location: string;
  document: number;
  /** The line on which the document begins, from 1. */
  line: number;
};

/** One document of a file, parsed but not yet understood, or the reason why it cannot be. Plain data throughout. */
export type SourceDocument = Place & {
  /** Groups descriptors for pruning, where it differs from the run's own. */
  source?: string;
  /** What whoever read the file left out of it. */
  notes?: { line: number; note: string }[];
} & (
    | { value: unknown; lines: Lines }
    /** `hidesOthers`: it leads to further documents that nobody has seen now, so none of its source may count as gone. */
    | { reason: string; hidesOthers?: boolean }
  );

/** The line of what stands at a dotted path, for paths that a message may want to name: `metadata.name`, `spec.targets.0`. */
export type Lines = Record<string, number>;

/** The line of `path`, or of the nearest thing around it. */
export function lineAt(document: Place & { lines: Lines }, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const line = document.lines[path.slice(0, length).map(String).join(".")];
    if (line) return line;
  }
  return document.line;
}

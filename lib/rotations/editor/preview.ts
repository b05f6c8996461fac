import type { DrawnRow } from "#lib/rotations/drawing/strip";
import type { WarningView } from "#lib/rotations/editor/warning-words";
import type { PersonView } from "#lib/rotations/views";

/** What would follow from a draft. Instants are ISO texts, people stand by their addresses. */
export type PreviewView = {
  /** From when it would hold. */
  changesFrom: string;
  /** The rotation's IANA zone. */
  homeZone: string;
  /** Rows of seven days of the reader's zone, the first of them `day`. `before` is null for a new rotation. */
  weeks: { day: string; after: DrawnRow; before: DrawnRow | null }[];
  /** How wide the rows have to be, in rem, for names to fit; 0 where any width will do. */
  leastWidthRem: number;
  /** The first times at which the watch would pass on; null is nobody. */
  handoffs: { at: string; from: string | null; to: string | null; layer: string | null }[];
  /** The first spans that would pass to somebody else, and how many there are in these weeks. */
  moved: { from: string; to: string; before: string | null; after: string | null }[];
  movedCount: number;
  /** Who would be told of it: their coming shifts move. */
  told: string[];
  warnings: WarningView[];
  /** Everybody named here or in the draft, by address. */
  people: Record<string, Pick<PersonView, "name" | "timeZone">>;
  /** Nothing would change. */
  isSame: boolean;
};

/** The answer to a draft: what follows from it, or what is wrong with it, by the names of its fields. */
export type PreviewAnswer =
  | { status: "fine"; preview: PreviewView }
  | { status: "wrong"; errors: { path: string; message: string }[] };

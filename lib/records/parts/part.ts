import { type LineKind, mostLines, sectionWords } from "#lib/records/lines";
import type { RecordLine, RecordSection } from "#lib/records/views";
import type { Span } from "#lib/rotations/rotation";

/** Of whom a part of a record tells, of which span, and in which zone its words name days. */
export type Asked = { personId: string; span: Span; timeZone: string };

/** A section of its lines, the latest first; of one more than are shown the last falls away. */
export function sectionOf(kind: LineKind, lines: readonly RecordLine[]): RecordSection {
  const { title, note } = sectionWords[kind];
  const sorted = lines.toSorted((one, other) => (one.at === other.at ? 0 : one.at < other.at ? 1 : -1));
  return { kind, title, note, lines: sorted.slice(0, mostLines), isCut: sorted.length > mostLines };
}

/** One fact, with a term before it where a line has several. */
export const said = (words: string, term: string | null = null) => ({ term, words });

/** The same form for every instant, so that texts sort as instants do. */
export const instantText = (at: Temporal.Instant | string) =>
  Temporal.Instant.from(at).toString({ fractionalSecondDigits: 3 });

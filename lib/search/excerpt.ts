/** Words of a longer text, some of them those that were sought. */
export type Excerpt = { text: string; isMatch: boolean }[];

/** What the database puts around a word that it marks: characters that Unicode leaves to private use. */
export const marks = { start: "\u{E000}", end: "\u{E001}" };

/** Reads a text in which the database marked words. */
export function readExcerpt(marked: string): Excerpt {
  const [before = "", ...rest] = marked.replace(/\s+/g, " ").trim().split(marks.start);
  const pieces = [{ text: before, isMatch: false }];
  for (const piece of rest) {
    const [match = "", ...after] = piece.split(marks.end);
    pieces.push({ text: match, isMatch: true }, { text: after.join(""), isMatch: false });
  }
  return pieces.filter(({ text }) => text !== "");
}

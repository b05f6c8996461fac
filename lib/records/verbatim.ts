/** What would begin a mark of Markdown or HTML, so that words stay the words that somebody wrote. */
const marks = /[\\`*_[\]<>#|~]/g;

/** Text as Markdown shows it word for word; on one line unless its lines are to be kept. */
export function verbatim(text: string, { keepsLines = false } = {}): string {
  const lines = keepsLines ? text.replaceAll("\r\n", "\n") : text.replaceAll(/\s+/g, " ");
  return lines
    .replace(marks, "\\$&")
    .replaceAll(/^(\s*)(\d+)([.)])/gm, "$1$2\\$3")
    .replaceAll(/^(\s*)([-+=])/gm, "$1\\$2");
}

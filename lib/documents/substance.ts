/** What makes an edit more than the correction of a typo; `docs/freshness.md` has the same numbers. */
const enough = { bytes: 60, newWords: 4 };

/** Whether `after` says something that `before` did not say, or no longer says it; the correction of a typo does neither. */
export function isSubstantial(before: string, after: string): boolean {
  if (before === after) return false;
  if (Math.abs(bytesOf(after) - bytesOf(before)) >= enough.bytes) return true;
  return wordsOf(after).difference(wordsOf(before)).size >= enough.newWords;
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
const wordsOf = (text: string) => new Set(text.split(/\s+/).filter(Boolean));

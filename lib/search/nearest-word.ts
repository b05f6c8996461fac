/**
 * The word among `candidates` that `typed` was probably meant to be: the one with the fewest letters left out, added,
 * changed or swapped with a neighbour, at most one in a word of up to five letters, else two. Of several the first one.
 */
export function nearestWord(typed: string, candidates: readonly string[]): string | undefined {
  const most = typed.length <= 5 ? 1 : 2;
  const near = candidates.map((word) => ({ word, distance: distanceOf(typed, word) }));
  return near.toSorted((one, other) => one.distance - other.distance).find(({ distance }) => distance <= most)?.word;
}

/** How many letters have to be left out, added, changed or swapped with a neighbour. */
function distanceOf(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) => [row]);
  const at = (row: number, column: number) => rows[row]?.[column] ?? column;
  for (let row = 0; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      if (row === 0) {
        (rows[0] as number[])[column] = column;
        continue;
      }
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      (rows[row] as number[])[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(one.length, other.length);
}

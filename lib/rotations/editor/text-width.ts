const narrow = /[fijlrtI1.,'’ -]/;
const wide = /[mwMW@]/;

/** About how wide a short text is in our typeface, in em, rather too much than too little. */
export function textWidthEm(text: string): number {
  return [...text].reduce((sum, letter) => sum + letterWidthEm(letter), 0);
}

function letterWidthEm(letter: string): number {
  if (narrow.test(letter)) return 0.38;
  if (wide.test(letter)) return 0.9;
  // Beyond the alphabets of Europe letters are as wide as they are high.
  if ((letter.codePointAt(0) ?? 0) > 0x2fff) return 1.05;
  return letter === letter.toLowerCase() ? 0.58 : 0.7;
}

const shown = 5;
const and = new Intl.ListFormat("en");

/** Names as a list in a sentence: `Cart, Tax and Ledger`; of many, the first five and how many more. */
export function listed(things: readonly { name: string }[]): string {
  const names = things.map(({ name }) => name);
  return names.length <= shown + 1
    ? and.format(names)
    : and.format([...names.slice(0, shown), `${names.length - shown} more`]);
}

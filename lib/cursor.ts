import { Invalid } from "#lib/errors";

/** The values after which the next part of a list begins, as an opaque text for addresses. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** Reads a cursor of `length` values. Throws Invalid when it is not one of ours. */
export function readCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isOurs =
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => ["string", "number"].includes(typeof value));
    if (isOurs) return values;
  } catch {
    // Falls through: whatever is wrong with it, the answer is the same.
  }
  throw new Invalid("This is not a cursor of this list.", "cursor");
}

/** One part of a list, and where the next begins. */
export type Part<Item> = { items: Item[]; nextCursor: string | null };

/** Cuts `rows`, read with one more than `limit`, to a part; `values` are the row's sort values. */
export function partOf<Row, Item>(
  rows: Row[],
  limit: number,
  values: (row: Row) => readonly (string | number)[],
  view: (row: Row) => Item,
): Part<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(view), nextCursor: last ? writeCursor(values(last)) : null };
}

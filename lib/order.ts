import "server-only";
import { type SQL, type SQLChunk, sql } from "drizzle-orm";
import { readCursor } from "#lib/cursor";
import { Invalid } from "#lib/errors";

/** How a list is sorted: expressions in one direction, the last one unique, so that a cursor names exactly one place. */
export type Order = readonly { value: SQL; as: keyof typeof shapes }[];
export type Direction = "asc" | "desc";
export type SortValues = Record<`sort${number}`, string>;

// What the database reads as a value of the type, so that a made-up cursor is refused before it gets there.
const shapes = {
  text: (text: string) => !text.includes("\0"),
  numeric: (text: string) => /^-?\d{1,30}(\.\d{1,30})?$/.test(text),
  uuid: (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  timestamptz: isTimestamp,
};

function isTimestamp(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(text)) return false;
  try {
    return Temporal.Instant.from(text.replace(" ", "T")) instanceof Temporal.Instant && !text.startsWith("0000");
  } catch {
    return false;
  }
}

/** The sort values as further columns of a select, to be read back by `sortValuesOf`. */
export function selectSortValues(order: Order): SQL {
  return commas(order.map(({ value }, index) => sql`(${value})::text as ${sql.identifier(`sort${index}`)}`));
}

/** The same columns of a part that was cut out before, which keeps its order. */
export const sortNames = (order: Order) => commas(order.map((_, index) => sql.identifier(`sort${index}`)));

export const sortValuesOf = (order: Order) => (row: SortValues) =>
  order.map((_, index) => row[`sort${index}`] as string);

export const orderBy = (order: Order, direction: Direction = "asc") =>
  commas(order.map(({ value }) => sql`${value} ${sql.raw(direction)}`));

/** The condition that a row comes after `cursor`; true without one. Throws Invalid when it is no cursor of this list. */
export function isAfter(order: Order, cursor: string | undefined, direction: Direction = "asc"): SQL {
  if (!cursor) return sql`true`;
  const values = readCursor(cursor, order.length).map((value, index) => {
    const as = order[index]?.as ?? "text";
    if (!shapes[as](String(value))) throw new Invalid("This is not a cursor of this list.", "cursor");
    return sql`${String(value)}::${sql.raw(as)}`;
  });
  return sql`(${commas(order.map(({ value }) => value))}) ${sql.raw(direction === "asc" ? ">" : "<")} (${commas(values)})`;
}

/** `text` as it is to be found by LIKE. */
export const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

export const uuids = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;

const few = 8;

/** That `id` is one of `ids`. The plan for a few is kept, where that for a list is made anew, which takes longer than they. */
export const isAmong = (id: SQL, ids: readonly string[]) =>
  ids.length > 0 && ids.length <= few
    ? sql`${id} in (${commas(ids.map((one) => sql`${one}::uuid`))})`
    : sql`${id} = any(${uuids(ids)})`;

/** An array literal of PostgreSQL: one parameter however many there are. */
export function textArray(values: readonly string[]): string {
  if (values.length === 0) return "{}";
  // Of thousands of words hardly ever one has to be quoted, and each by itself would take far longer.
  const isPlain = !/["\\]/.test(values.join(""));
  return `{"${(isPlain ? values : values.map((value) => value.replace(/["\\]/g, "\\$&"))).join('","')}"}`;
}

const commas = (parts: SQLChunk[]) => sql.join(parts, sql`, `);

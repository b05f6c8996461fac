import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Span } from "#lib/rotations/rotation";

/** The ends of a span as a statement takes them. */
export const endsOf = ({ from, to }: Span) =>
  [sql`${from.toString()}::timestamptz`, sql`${to.toString()}::timestamptz`] as [SQL, SQL];

export const isWithin = (column: SQL, span: Span) => {
  const [from, to] = endsOf(span);
  return sql`${column} >= ${from} and ${column} < ${to}`;
};

/** An instant of the database as ISO text. */
export const iso = (column: string) => sql.raw(`to_json(${column}) #>> '{}'`);

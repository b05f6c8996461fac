import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction, rowsOf, type Tx } from "#db/client";
import { testDatabase } from "#db/testing/test-database";

testDatabase();

test("a statement with parameters that comes again is kept by its connection, inside a transaction as well", async () => {
  const kept = await inTransaction(async (tx) => {
    for (const word of ["one", "two", "three"]) await rowsOf(tx, sql`select ${word}::text as kept_word`);
    const inner = await tx.transaction(async (savepoint) => {
      for (const word of ["one", "two"]) await rowsOf(savepoint, sql`select ${word}::text as inner_word`);
      return countKept(savepoint, "select $1::text as inner_word");
    });
    return [await countKept(tx, "select $1::text as kept_word"), inner];
  });
  expect(kept).toEqual([1, 1]);
});

test("a statement that varies with the length of a list is not kept", async () => {
  const words = sql.join(
    Array.from({ length: 60 }, (_, index) => sql`${`${index}`}::text`),
    sql`, `,
  );
  const kept = await inTransaction(async (tx) => {
    for (const _ of [1, 2, 3]) await rowsOf(tx, sql`select 'long' as list where 'a' in (${words})`);
    return countKept(tx, "select 'long' as list%");
  });
  expect(kept).toBe(0);
});

async function countKept(tx: Tx, text: string): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from pg_prepared_statements where statement like ${text}`,
  );
  return row?.count ?? 0;
}

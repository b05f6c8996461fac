import "server-only";
import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { readRows } from "#db/client";

/**
 * The words, as a query of one word writes them, that stand in more than `sections` sections by what the database's own
 * statistics say: whoever would give such a word up after reading that many need not begin. None before the first
 * statistics are there.
 */
export async function listCommonWords(sections: number): Promise<string[]> {
  return (await kept.fetch(sections)) ?? [];
}

const kept = new LRUCache<number, string[]>({ max: 4, ttl: 5 * 60_000, fetchMethod: read });

async function read(sections: number): Promise<string[]> {
  const rows = await readRows<{ word: string }>(sql`
    select quote_literal(e.word) as word from pg_stats s join pg_class c on c.oid = 'document_sections'::regclass
      cross join unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e(word, frequency)
    where s.schemaname = c.relnamespace::regnamespace::text and s.tablename = 'document_sections' and s.attname = 'words'
      and e.word is not null and e.frequency * c.reltuples > ${sections}`);
  return rows.map(({ word }) => word);
}

import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { vocabularyOf } from "#lib/documents/vocabulary";

/** Adds the words of some texts to the vocabulary with which mistyped words are compared. */
export async function rememberWords(tx: Tx, texts: readonly string[]): Promise<void> {
  const words = JSON.stringify(vocabularyOf(texts));
  await tx.execute(sql`
    insert into search_words (word)
    select word from jsonb_array_elements_text(${words}::text::jsonb) as w(word)
    where not exists (select from search_words known where known.word = w.word)
    order by word on conflict do nothing`);
}

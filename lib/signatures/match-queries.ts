import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { textArray, uuids } from "#lib/order";
import { keysAmong, meetInALine, type WordsInLines, wordsInLines } from "#lib/signatures/keywords";
import { carries, type Labels, statedIn } from "#lib/signatures/labels";
import { matchPattern, type Range, segmentsOf } from "#lib/signatures/pattern";
import { listSignatures, type Told } from "#lib/signatures/queries";
import { byStrength, describeStrength, type Match } from "#lib/signatures/rank";
import { readText } from "#lib/signatures/text";
import type { SignatureItem } from "#lib/signatures/views";

/** A signature that a text matches with what it tells, why, and where its words stand in the text. */
export type SignatureMatch = SignatureItem & Told & { why: string; ranges: Range[] };

type Candidate = { id: string; meaning: string; pattern: string; labels: Labels };

/**
 * The living signatures of all living services that `text` matches, best first, at most `limit`. With `labels`, those
 * of an alert, a signature's labels have to be among them; without, the text must not state another value of one.
 */
export async function matchSignatures(
  viewer: Viewer,
  text: string,
  { labels, limit = 20 }: { labels?: Labels; limit?: number } = {},
): Promise<SignatureMatch[]> {
  authorize(viewer, "catalog:read");
  const readable = readText(text);
  const words = wordsInLines(readable.folded);
  const candidates = await listCandidates(await listHits(words));
  const matches = candidates.flatMap(({ id, meaning, pattern, labels: wanted }): Match[] => {
    const phrases = pattern.split("\n").map((phrase) => ({ segments: segmentsOf(phrase) }));
    const ranges = matchPattern(phrases, readable);
    if (!ranges) return [];
    const seen = labels ? carriedOf(labels, wanted) : statedIn(text, wanted);
    return seen ? [{ id, meaning, phrases, ranges, labels: seen.map((name) => `${name}=${wanted[name]}`) }] : [];
  });
  const best = matches.toSorted(byStrength).slice(0, limit);

  const items = new Map(
    (
      await listSignatures(
        viewer,
        best.map(({ id }) => id),
      )
    ).map((item) => [item.id, item]),
  );
  return best.flatMap((match) => {
    const item = items.get(match.id);
    return item ? [{ ...item, why: describeStrength(match), ranges: match.ranges.flat() }] : [];
  });
}

const carriedOf = (labels: Labels, wanted: Labels) => (carries(labels, wanted) ? Object.keys(wanted) : undefined);

/** How many phrases of a signature have all their words in the text, those that have to meet in a line in one. */
type Hits = Map<string, number>;

/** Phrases are found by their most telling word. Whether their other words are there is seen sooner where the text is. */
async function listHits(words: WordsInLines): Promise<Hits> {
  const hits: Hits = new Map();
  const said = keysAmong(words.keys());
  if (said.size === 0) return hits;
  // In order, or the index would put them so, which takes it far longer. Phrases come as one value, sooner read than rows.
  const [row] = await readRows<{ found: string | null }>(sql`
    select string_agg(concat_ws(' ', p.signature_id, p.keyword, array_to_string(p.others, ' ')), chr(10)) as found
    from signature_phrases p
    where p.keyword = any((select ${textArray([...said].toSorted())}::text[])::text[])`);
  for (const phrase of row?.found?.split("\n") ?? []) {
    const [id = "", ...keys] = phrase.trimEnd().split(" ");
    if (keys.every((key) => said.has(key)) && meetInALine(keys, words)) hits.set(id, (hits.get(id) ?? 0) + 1);
  }
  return hits;
}

/** Living signatures of which each phrase is among `hits`: few of them fail to match. */
function listCandidates(hits: Hits): Promise<Candidate[]> {
  if (hits.size === 0) return Promise.resolve([]);
  return readRows<Candidate>(sql`
    select x.id, x.meaning, x.pattern, x.labels
    from unnest(${uuids([...hits.keys()])}, ${`{${[...hits.values()].join()}}`}::integer[]) as hit(id, phrases)
      cross join lateral (select * from signatures x where x.id = hit.id and x.retired_at is null offset 0) x
      cross join lateral (select from services s where s.id = x.service_id and s.retired_at is null offset 0) s
    where hit.phrases = length(x.pattern) - length(replace(x.pattern, chr(10), '')) + 1`);
}

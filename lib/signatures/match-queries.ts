import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { textArray } from "#lib/order";
import { keysAmong, meetInALine, wordsInLines } from "#lib/signatures/keywords";
import { carries, type Labels, statedIn } from "#lib/signatures/labels";
import { matchPattern, type Range, segmentsOf } from "#lib/signatures/pattern";
import { listSignatures } from "#lib/signatures/queries";
import { byStrength, describeStrength, type Match } from "#lib/signatures/rank";
import { readText } from "#lib/signatures/text";
import type { SignatureItem } from "#lib/signatures/views";

/** A signature that a text matches, why, and where its words stand in the text. */
export type SignatureMatch = SignatureItem & { why: string; ranges: Range[] };

/** `keys` has for each phrase its keywords, with blanks between them. */
type Candidate = { id: string; meaning: string; pattern: string; labels: Labels; keys: string[] };

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
  const candidates = await listCandidates([...keysAmong(words.keys())]);
  const matches = candidates.flatMap(({ id, meaning, pattern, labels: wanted, keys }): Match[] => {
    // Looking words up costs less than reading the text once more.
    if (!keys.every((ofPhrase) => meetInALine(ofPhrase.split(" "), words))) return [];
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

/**
 * Signatures none of whose phrases lacks a word in the text: few of them fail to match. Written so that each step looks
 * up what the one before has found; joined freely, all signatures would be read for a long text.
 */
function listCandidates(keywords: readonly string[]): Promise<Candidate[]> {
  if (keywords.length === 0) return Promise.resolve([]);
  return readRows<Candidate>(sql`
    with said as materialized (select ${textArray(keywords)}::text[] as keywords),
    hits as materialized (
      select p.signature_id as id, count(*) as hits,
        array_agg(array_to_string(array_prepend(p.keyword, p.others), ' ')) as keys
      from signature_phrases p
      where p.keyword = any((select keywords from said)::text[])
        and not exists (select from unnest(p.others) other where other not in (select unnest(keywords) from said))
      group by p.signature_id
    )
    select x.id, x.meaning, x.pattern, x.labels, hits.keys from hits
      cross join lateral (select * from signatures x where x.id = hits.id and x.retired_at is null offset 0) x
      cross join lateral (select from services s where s.id = x.service_id and s.retired_at is null offset 0) s
    where hits.hits = length(x.pattern) - length(replace(x.pattern, chr(10), '')) + 1`);
}

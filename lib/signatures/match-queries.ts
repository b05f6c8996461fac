import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { textArray } from "#lib/order";
import { keysOf, keywordsIn } from "#lib/signatures/keywords";
import { carries, type Labels, statedIn } from "#lib/signatures/labels";
import { matchPattern, type Range, segmentsOf } from "#lib/signatures/pattern";
import { listSignatures } from "#lib/signatures/queries";
import { byStrength, describeStrength, type Match } from "#lib/signatures/rank";
import { readText } from "#lib/signatures/text";
import type { SignatureItem } from "#lib/signatures/views";

/** A signature that a text matches, why, and where its words stand in the text. */
export type SignatureMatch = SignatureItem & { why: string; ranges: Range[] };

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
  const keys = keywordsIn(readable.folded);
  const candidates = await listCandidates([...keys]);
  const matches = candidates.flatMap(({ id, meaning, pattern, labels: wanted }): Match[] => {
    const phrases = pattern.split("\n").map((phrase) => ({ segments: segmentsOf(phrase) }));
    // Looking a word up costs less than reading the text once more.
    if (!phrases.every(({ segments }) => keysOf(segments).every(({ key }) => keys.has(key)))) return [];
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

/** Signatures none of whose phrases lacks its keyword: few of them fail to match. */
function listCandidates(keywords: readonly string[]): Promise<Candidate[]> {
  if (keywords.length === 0) return Promise.resolve([]);
  return readRows<Candidate>(sql`
    with said as materialized (select unnest(${textArray(keywords)}::text[]) as keyword),
    hits as (
      select p.signature_id as id, count(*) as hits from said join signature_phrases p on p.keyword = said.keyword
      group by p.signature_id
    )
    select x.id, x.meaning, x.pattern, x.labels
    from hits join signatures x on x.id = hits.id join services s on s.id = x.service_id
    where x.retired_at is null and s.retired_at is null
      and hits.hits = length(x.pattern) - length(replace(x.pattern, chr(10), '')) + 1`);
}

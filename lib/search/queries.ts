import "server-only";
import { sql } from "drizzle-orm";
import { db, readRows, rowsOf } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { DocumentKind } from "#lib/documents/views";
import {
  describeMatch,
  documentHint,
  type Match,
  matches,
  type SearchItem,
  type SearchKind,
  searchKinds,
  urlOf,
} from "#lib/search/items";
import { asTypedIn, nearlyIn, type Place, places, type Reading } from "#lib/search/places";
import { correctWords, searchWritten, type WrittenRow } from "#lib/search/written-queries";

type FoundRow = Pick<SearchItem, "kind" | "slug" | "email" | "name" | "hint" | "service"> & {
  id: string;
  /** The number of the match, and behind the point how far it is from a perfect one. */
  rank: number;
  documentKind: DocumentKind | null;
};
type Options = { limit?: number; kinds?: readonly SearchKind[] };

/**
 * Living services, teams, rotations, documents and signatures, and active people, that answer to `query`, best first,
 * at most `limit`. Documents are found by their headings and texts too, and lead to the section. What stands nowhere
 * as it was typed finds what is nearly that. The same query on the same catalog gives the same list.
 */
export async function search(viewer: Viewer, query: string, options: Options = {}): Promise<SearchItem[]> {
  authorize(viewer, "catalog:read");
  const wanted = query.trim().replace(/\s+/g, " ").slice(0, 200);
  if (wanted === "") return [];
  const asTyped = await findAll(options, asTypedIn, wanted, wanted);
  return asTyped.length > 0 ? asTyped : findAll(options, nearlyIn, wanted, await correctWords(wanted));
}

/** What is found by name, read so, and what has the words of `said` written in it. */
async function findAll(
  { limit = 20, kinds = searchKinds }: Options,
  read: (place: Place, typed: string) => Reading,
  query: string,
  said: string | undefined,
): Promise<SearchItem[]> {
  const reading = (place: Place) => read(place, query);
  const isMeant = said !== query;
  // Planned for the words that are asked: those that stand everywhere are read another way than those that hardly do.
  const findWritings = () => findNamed(kinds.filter(isWritten), limit, reading, (statement) => rowsOf(db(), statement));
  const [things, written, asTyped] = await Promise.all([
    findNamed(
      kinds.filter((kind) => !isWritten(kind)),
      limit,
      reading,
      readRows,
    ),
    said ? searchWritten(kinds.filter(isWritten), said, limit, isMeant) : [],
    isMeant ? undefined : findWritings(),
  ]);
  // Words that were put right stand in the titles too; to compare each title with the whole query takes much longer.
  const writings = asTyped ?? (written.length > 0 ? [] : await findWritings());
  const named = [...things, ...writings].map((row) => ({ row, item: itemOf(row, query) }));
  const best = Map.groupBy(
    [...named, ...written.map((row) => ({ row, item: writtenItem(row, said ?? query) }))],
    ({ row }) => `${row.kind} ${row.id}`,
  );
  return [...best.values()]
    .map((ways) => ways.toSorted((one, other) => one.row.rank - other.row.rank).at(0) as (typeof ways)[number])
    .toSorted((one, other) => byRank(one.row, other.row))
    .slice(0, limit)
    .map(({ item }) => item);
}

const isWritten = (kind: SearchKind) => kind === "document" || kind === "signature";

async function findNamed(
  kinds: readonly SearchKind[],
  limit: number,
  read: (place: Place) => Reading,
  run: (statement: ReturnType<typeof sql>) => Promise<FoundRow[]>,
): Promise<FoundRow[]> {
  if (kinds.length === 0) return [];
  const parts = kinds.map((kind) => {
    const { from, columns } = places[kind];
    const { rank, matches: isMatch } = read(places[kind]);
    return sql`(select ${kind}::text as kind, ${columns}, x.name, x.id, (${rank})::float8 as rank
      from ${from(isMatch)} order by rank, length(x.name), lower(x.name), x.id limit ${limit})`;
  });
  return run(sql.join(parts, sql` union all `));
}

function byRank(one: FoundRow | WrittenRow, other: FoundRow | WrittenRow): number {
  return (
    one.rank - other.rank ||
    searchKinds.indexOf(one.kind) - searchKinds.indexOf(other.kind) ||
    one.name.length - other.name.length ||
    order(one.name.toLowerCase(), other.name.toLowerCase()) ||
    order(one.id, other.id)
  );
}

const order = (one: string, other: string) => (one < other ? -1 : Number(one > other));

function itemOf(row: FoundRow, query: string): SearchItem {
  const { kind, slug, email, name, service, documentKind, rank } = row;
  return {
    ...{ kind, slug, email, name, hint: hintOf(row), service, section: null, excerpt: null },
    url: urlOf({ kind, slug, email, service, documentKind }),
    why: describeMatch(matches[Math.floor(rank)] as Match, query),
  };
}

function writtenItem(row: WrittenRow, query: string): SearchItem {
  const { kind, slug, name, service, section, excerpt, rank } = row;
  return {
    ...{ kind, slug, email: null, name, hint: hintOf(row), service, section, excerpt },
    url: urlOf({ ...row, email: null }),
    why: describeMatch(matches[Math.floor(rank)] as Match, query),
  };
}

function hintOf({ hint, documentKind }: Pick<FoundRow, "hint" | "documentKind">): string | null {
  return documentKind ? documentHint(documentKind, hint) : hint;
}

import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import type { Ref } from "#lib/documents/views";
import { textArray, uuids } from "#lib/order";
import { listSeats } from "#lib/rotations/seat-queries";
import type { SeatView } from "#lib/rotations/views";
import { type SearchItem, urlOf } from "#lib/search/items";
import { mentionsIn } from "#lib/search/mentions";
import { listAnswering, listSpeaking } from "#lib/search/spoken-queries";
import { tellingWords } from "#lib/search/telling-words";
import { listNamedThings, namedItem } from "#lib/search/text-queries";
import { matchSignatures, type SignatureMatch } from "#lib/signatures/match-queries";

/** A service that a text names, with who stands its delivery watch. `hint` is the team that owns it. */
export type NamedService = SearchItem & { onWatch: SeatView | null };

/** What is known about an error, best first in each list. */
export type PasteAnswer = {
  signatures: SignatureMatch[];
  /** Runbooks and architecture notes that speak of it. */
  documents: SearchItem[];
  services: NamedService[];
  /** Teams, rotations and people that it names. */
  others: SearchItem[];
};

const mostSignatures = 20;
const mostDocuments = 8;

/**
 * What is known about a pasted error: signatures over all services, then documents that speak of it, then services
 * that it names, and who is on watch at `at`. The same text on the same catalog gives the same answer.
 */
export async function pasteError(viewer: Viewer, text: string, at = now()): Promise<PasteAnswer> {
  const { services, others, also, ...found } = await readPaste(viewer, text, (things) =>
    listSeats(
      viewer,
      things.map(({ id }) => id),
      at,
    ),
  );
  return {
    ...found,
    services: services.map((thing) => ({ ...namedItem(thing), onWatch: also.get(thing.id)?.delivery ?? null })),
    others: others.map(namedItem),
  };
}

type Named = Awaited<ReturnType<typeof listNamedThings>>;

/** What is known about `text`; `ask` is asked about the services that it names, while the rest goes on. */
async function readPaste<Also>(viewer: Viewer, text: string, ask: (services: Named) => Promise<Also>) {
  const mentions = mentionsIn(text);
  const read = async () => {
    const named = await listNamedThings(viewer, mentions);
    const services = named.filter(({ kind }) => kind === "service");
    return { services, others: named.filter(({ kind }) => kind !== "service"), also: await ask(services) };
  };
  // What takes longest is asked first, and is looked up while the text is read for the rest.
  const [named, answering, signatures, speaking] = await Promise.all([
    read(),
    listAnswering(mentions, mostDocuments),
    turn().then(() => matchSignatures(viewer, text, { limit: mostSignatures })),
    turn().then(() => listSpeaking(tellingWords(text), mostDocuments)),
  ]);
  const known = new Set(answering.map(({ service, slug }) => `${service} ${slug}`));
  const documents = [...answering, ...speaking.filter(({ service, slug }) => !known.has(`${service} ${slug}`))];
  return { ...named, signatures, documents };
}

/** Services whose signatures the viewer may write: those of `named` first, by their slugs, then a few of their teams. */
export async function listWritable(viewer: Viewer, named: readonly string[], limit = 3): Promise<Ref[]> {
  if (viewer.memberships.length === 0 && !viewer.isAdministrator) return [];
  const teams = uuids(viewer.memberships.map(({ teamId }) => teamId));
  return readRows<Ref>(sql`
    select s.slug, s.name from services s
    where s.retired_at is null and (s.delivery_team_id = any(${teams}) or s.ops_team_id = any(${teams})
      or (${viewer.isAdministrator} and s.slug = any(${textArray(named)}::text[])))
    order by coalesce(array_position(${textArray(named)}::text[], s.slug), ${named.length + 1}), lower(s.name), s.id
    limit ${limit}`);
}

/** The same as one list, best first: for programs, and for a search of a text that is longer than a few words. */
export async function searchText(viewer: Viewer, text: string, limit = 50): Promise<SearchItem[]> {
  const { signatures, documents, services, others } = await readPaste(viewer, text, async () => undefined);
  const things = [...services, ...others].map(namedItem);
  return [...signatures.map(signatureItem), ...documents, ...things].slice(0, limit);
}

function signatureItem({ slug, meaning, service, why }: SignatureMatch): SearchItem {
  return {
    ...{ kind: "signature", slug, email: null, name: meaning, hint: service.name, why, service: service.slug },
    ...{ section: null, excerpt: null, url: urlOf({ kind: "signature", slug, email: null, service: service.slug }) },
  };
}

import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { type AddressValues, readAddress } from "#lib/address-values";
import type { Viewer } from "#lib/auth/policy";
import type { Part } from "#lib/cursor";
import { DocumentFilter } from "#lib/documents/filter";
import { listDocuments } from "#lib/documents/queries";
import type { DocumentItem, Ref } from "#lib/documents/views";
import { Invalid } from "#lib/errors";
import { uuids } from "#lib/order";

export type DocumentDirectory = {
  filter: DocumentFilter;
  documents: Part<DocumentItem>;
  /** The reader's own teams, to narrow by. */
  teams: Ref[];
  problems: string[];
};

/** The documents as an address asks for them. What of the address makes no sense is named in `problems` and left out. */
export async function browseDocuments(viewer: Viewer, values: AddressValues): Promise<DocumentDirectory> {
  const { filter, problems } = readAddress(DocumentFilter, values);
  const [documents, teams] = await Promise.all([listPart(viewer, filter, problems), listOwnTeams(viewer)]);
  return { filter, documents, teams, problems };
}

function listOwnTeams({ memberships }: Viewer): Promise<Ref[]> {
  const own = uuids(memberships.map(({ teamId }) => teamId));
  return readRows<Ref>(sql`select slug, name from teams where id = any(${own}) order by lower(name)`);
}

async function listPart(viewer: Viewer, filter: DocumentFilter, problems: string[]): Promise<Part<DocumentItem>> {
  try {
    return await listDocuments(viewer, filter);
  } catch (error) {
    if (!(error instanceof Invalid) || filter.cursor === undefined) throw error;
    problems.push("cursor: The place in the list is not known any more; this is its beginning.");
    return listDocuments(viewer, { ...filter, cursor: undefined });
  }
}

import "server-only";
import type { Viewer } from "#lib/auth/policy";
import { isStorable } from "#lib/fields";
import type { SearchItem } from "#lib/search/items";
import { searchText } from "#lib/search/paste-queries";
import { search } from "#lib/search/queries";

const mostItems = 50;
const longestQuery = 200;

/** What answers to a text of any length: a few words are searched, and names are sought in whatever holds more. */
export async function searchAnything(viewer: Viewer, text: string): Promise<SearchItem[]> {
  if (!isStorable(text)) return [];
  const found = text.length <= longestQuery ? await search(viewer, text, { limit: mostItems }) : [];
  return found.length > 0 ? found : searchText(viewer, text, mostItems);
}

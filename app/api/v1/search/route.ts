import { answer, apiRoute, json } from "#lib/api";
import { searchCall, searchTextCall } from "#lib/api/search";
import { searchText } from "#lib/search/paste-queries";
import { search } from "#lib/search/queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(searchCall, async ({ viewer, query: { q, limit } }) =>
    json({ items: await search(viewer, q, { limit }) }),
  ),
  POST: answer(searchTextCall, async ({ viewer, body }) => json({ items: await searchText(viewer, body.text) })),
});

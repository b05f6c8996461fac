import { answer, apiRoute, json } from "#lib/api";
import { listServicesCall } from "#lib/api/services";
import { countFacets, listServices } from "#lib/services/catalog-queries";
import { facetsAnswer, listItem } from "./shape";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listServicesCall, async ({ viewer, query: { facets: wantsFacets, ...filter } }) => {
    const [part, facets] = await Promise.all([
      listServices(viewer, filter),
      wantsFacets ? countFacets(viewer, filter) : undefined,
    ]);
    const list = { items: part.items.map(listItem), nextCursor: part.nextCursor };
    return json(facets ? { ...list, facets: facetsAnswer(facets) } : list);
  }),
});

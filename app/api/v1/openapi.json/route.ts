import { apiRoute, json } from "#lib/api";
import { openApiDocument } from "#lib/api/open-api";

let text: string | undefined;

/** What the interface can do, for anybody who asks: it holds nothing of the catalog. */
export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: async () => {
    text ??= JSON.stringify(openApiDocument());
    return json(text);
  },
});

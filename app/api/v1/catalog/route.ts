import { answer, apiRoute, json } from "#lib/api";
import { importCatalogCall } from "#lib/api/catalog";
import { importRequest } from "#lib/imports/over-http";
import { summaryOf } from "#lib/imports/result";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  PUT: answer(importCatalogCall, async ({ viewer, request, query }) =>
    json(summaryOf(await importRequest(viewer, request, query))),
  ),
});

import { answer, apiRoute, json } from "#lib/api";
import { defineCall } from "#lib/api/call";
import { listRecent } from "#lib/search/recent-queries";
import { roomsFor } from "#lib/search/rooms";

const openPaletteCall = defineCall({
  id: "openPalette",
  method: "GET",
  path: "/palette",
  tag: "Search",
  summary: "What the command palette offers before anything is typed",
  answers: { 200: { description: "What was opened lately, and where one may go" } },
});

/** For the portal's own pages: no part of the interface that other programs rely on. */
export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(openPaletteCall, async ({ viewer }) =>
    json({ recent: await listRecent(viewer), rooms: roomsFor(viewer) }),
  ),
});

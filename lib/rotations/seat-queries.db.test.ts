import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client";
import { newDraft } from "#db/seed/draft";
import { draftLargeOrganisation } from "#db/seed/large";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { findServiceSeats, listSeats } from "#lib/rotations/seat-queries";

testDatabase();

const viewer = systemViewer("Test");
const draft = newDraft();
const { services } = draftLargeOrganisation(draft, 60);
const ids = services.map(({ id }) => id);
beforeAll(() => draft.save(db()));

test.for(["2026-01-07T03:00Z", "2026-03-29T00:30Z", "2026-12-25T12:00Z"])(
  "who stands the watches of all services is who stands those of each, at %s",
  async (text) => {
    const at = Temporal.Instant.from(text);
    const all = await listSeats(viewer, "all", at);
    expect([...all.keys()].toSorted()).toEqual(ids.toSorted());
    expect(await listSeats(viewer, ids, at)).toEqual(all);
    for (const id of ids) expect(all.get(id)).toEqual(await findServiceSeats(viewer, id, at));
    expect([...all.values()].some(({ delivery }) => delivery.person !== null)).toBe(true);
  },
);

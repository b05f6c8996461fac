import type { Person } from "#db/seed/people";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");

/** Somebody who is signed in, as commands and queries want to know them. */
export async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error(`${person.name} is not signed in.`);
  return viewer;
}

import "server-only";
import { after } from "next/server";
import { cache } from "react";
import { rawRows } from "#db/client";
import { readCapability } from "#lib/auth/capability";
import type { Viewer } from "#lib/auth/policy";
import { findViewer } from "#lib/auth/viewer";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import type { Sender } from "#lib/briefing/sender";
import { now } from "#lib/clock";
import { Unauthenticated } from "#lib/errors";

/** Who reads the briefing of an alert: by session, or by the link of a message to them. */
export type Reader = { viewer: Viewer; sender: Sender };

/** Whoever is signed in, else whom `key`, the link's signed text, was sent to for this very alert; or undefined. */
export const findReader = cache(async (alertId: string, key: string | undefined): Promise<Reader | undefined> => {
  const back = `/alerts/${alertId}`;
  const viewer = await findViewer();
  if (viewer) return { viewer, sender: { back, linkKey: null } };
  const at = now();
  const capability = key === undefined ? undefined : await readCapability(key, at);
  if (key === undefined || capability?.alertId !== alertId) return undefined;
  // A link is no session: signing out everywhere does not end it, leaving does.
  const person = await findPersonViewer(capability.personId, at, at);
  return person && { viewer: person, sender: { back: `${back}?${new URLSearchParams({ key })}`, linkKey: key } };
});

/** The same; throws Unauthenticated for anybody else. */
export async function requireReader(alertId: string, key: string | undefined): Promise<Reader> {
  const reader = await findReader(alertId, key);
  if (!reader) throw new Unauthenticated();
  return reader;
}

const noteReading = `
  insert into briefing_reads as r (alert_id, person_id, way, first_at, last_at)
  values ($1::text::uuid, $2::text::uuid, $3, $4::text::timestamptz, $4::text::timestamptz)
  on conflict (alert_id, person_id, way) do update set last_at = excluded.last_at, times = r.times + 1`;

/** Notes, once the answer is on its way, that this person opened the briefing, and how. */
export function rememberReading({ viewer, sender }: Reader, alertId: string, at: Temporal.Instant): void {
  const { personId } = viewer;
  if (personId === null) return;
  const way = sender.linkKey === null ? "session" : "link";
  after(() => rawRows(noteReading, [alertId, personId, way, at.toString()]));
}

import { notFound } from "next/navigation";
import { cache } from "react";
import { findBriefing } from "#lib/briefing/queries";
import { rememberReading, requireReader } from "#lib/briefing/reader-queries";
import { now } from "#lib/clock";

// The page, its title and the colour of the browser around it ask for the same: one read, noted once.
const loadOnce = cache(async (id: string, key: string | undefined) => {
  const at = now();
  const asked = requireReader(id, key);
  const viewer = asked.then((reader) => reader.viewer);
  const [reader, briefing] = await Promise.all([asked, findBriefing(viewer, id, at)]);
  if (!briefing) notFound();
  rememberReading(reader, id, at);
  return { ...reader, at, briefing };
});

type Address = Pick<PageProps<"/alerts/[alert]">, "params" | "searchParams">;

/** What the address leads to: the briefing of an alert, for whoever reads it by session or by the link of a message. */
export async function loadAlert({ params, searchParams }: Address) {
  const [{ alert: id }, { key }] = await Promise.all([params, searchParams]);
  return loadOnce(id, typeof key === "string" ? key : undefined);
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireViewer } from "#lib/auth/viewer";
import { findEntry } from "#lib/services/entry-queries";

type Params = Promise<{ kind: string; slug: string }>;

const findOnce = cache(findEntry);

/** The entry of this address and who asks. */
export async function loadEntry(params: Params) {
  const [viewer, { kind, slug }] = await Promise.all([requireViewer(), params]);
  const entry = await findOnce(viewer, kind, slug);
  if (!entry) notFound();
  return { viewer, entry };
}

/** The page's title: the entry's name and, before it, the room. */
export async function entryMetadata(params: Params, room?: string): Promise<Metadata> {
  const [viewer, { kind, slug }] = await Promise.all([requireViewer(), params]);
  const name = (await findOnce(viewer, kind, slug))?.name ?? "Not found";
  return { title: room ? `${room} · ${name}` : name };
}

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { requireViewer } from "#lib/auth/viewer";
import { visitRotation } from "#lib/rotations/queries";

type Params = Promise<{ rotation: string }>;

// A page and its metadata ask for the same rotation: one read, one visit.
const findOnce = cache(visitRotation);

/** The rotation of this address and who asks. A former address leads on to the present one, into the same room. */
export async function loadRotation(params: Params, room = "") {
  const [viewer, { rotation: slug }] = await Promise.all([requireViewer(), params]);
  const rotation = await findOnce(viewer, slug.toLowerCase());
  if (!rotation) notFound();
  if (rotation.slug !== slug) redirect(`/rotations/${rotation.slug}${room}`);
  return { viewer, rotation };
}

/** The page's title: the rotation's name and, before it, the room. */
export async function rotationMetadata(params: Params, room?: string): Promise<Metadata> {
  const [viewer, { rotation: slug }] = await Promise.all([requireViewer(), params]);
  const name = (await findOnce(viewer, slug.toLowerCase()))?.name ?? "Not found";
  return { title: room ? `${room} · ${name}` : name };
}

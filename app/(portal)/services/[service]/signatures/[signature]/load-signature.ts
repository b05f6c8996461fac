import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { requireViewer } from "#lib/auth/viewer";
import { signatureUrl } from "#lib/documents/addresses";
import { findSignature } from "#lib/signatures/queries";

type Params = Promise<{ service: string; signature: string }>;

// A page and its metadata ask for the same signature.
const findOnce = cache(findSignature);

/** The signature of this address and who asks. A former address of the service leads on to the present one. */
export async function loadSignature(params: Params, room = "") {
  const [viewer, { service, signature: slug }] = await Promise.all([requireViewer(), params]);
  const signature = await findOnce(viewer, service.toLowerCase(), slug.toLowerCase());
  if (!signature) notFound();
  if (signature.service.slug !== service) redirect(`${signatureUrl(signature)}${room}`);
  return { viewer, signature };
}

/** The page's title: what the signature means and, before it, the room. */
export async function signatureMetadata(params: Params, room?: string): Promise<Metadata> {
  const [viewer, { service, signature }] = await Promise.all([requireViewer(), params]);
  const meaning = (await findOnce(viewer, service.toLowerCase(), signature.toLowerCase()))?.meaning ?? "Not found";
  return { title: room ? `${room} · ${meaning}` : meaning };
}

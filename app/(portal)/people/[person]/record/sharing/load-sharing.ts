import { notFound } from "next/navigation";
import { findViewer, requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { findOwnRecord } from "#lib/records/queries";
import { findSharing } from "#lib/records/sharing-queries";
import { addressIn } from "../../load-person";

type Params = Promise<{ person: string }>;

/** All about who reads the record of this address, for the person themself: to everybody else nothing is here. */
export async function loadSharing(params: Params) {
  const [viewer, address] = await Promise.all([requireViewer(), addressIn(params)]);
  const at = now();
  const person = await findOwnRecord(viewer, address, at);
  if (!person) notFound();
  return { viewer, person, at, ...(await findSharing(viewer)) };
}

/** The page's title; for everybody else the one of any page that is not there. */
export async function sharingTitle(params: Params): Promise<string> {
  const [viewer, address] = await Promise.all([findViewer(), addressIn(params)]);
  const isOwn = viewer && (await findOwnRecord(viewer, address, now()));
  return isOwn ? "Who reads your record" : "Not found";
}

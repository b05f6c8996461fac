import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { visitPerson } from "#lib/people/browse-queries";
import { mayOpenRecord } from "#lib/records/queries";

type Params = Promise<{ person: string }>;

// A page and its metadata ask for the same person: one read, one visit.
const findOnce = cache(visitPerson);

/** The person of this address, who asks, and whether they may open the person's record. A former address leads on to the present one, into the same room. */
export async function loadPerson(params: Params, room = "") {
  const [viewer, address] = await Promise.all([requireViewer(), addressIn(params)]);
  const person = await findOnce(viewer, address);
  if (!person) notFound();
  if (person.address !== address) redirect(`/people/${encodeURIComponent(person.address)}${room}`);
  return { viewer, person, hasRecord: await mayOpenRecord(viewer, person.address, now()) };
}

/** The page's title: the person's name and, before it, the room. */
export async function personMetadata(params: Params, room?: string): Promise<Metadata> {
  const [viewer, address] = await Promise.all([requireViewer(), addressIn(params)]);
  const name = (await findOnce(viewer, address))?.name ?? "Not found";
  return { title: room ? `${room} · ${name}` : name };
}

/** Next.js hands over the part of the path as it was written, `%40` and all. */
export async function addressIn(params: Params): Promise<string> {
  const { person } = await params;
  try {
    return decodeURIComponent(person);
  } catch {
    return person;
  }
}

import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { findPerson } from "#lib/people/queries";
import { openRecord } from "#lib/records/queries";
import { addressIn } from "../load-person";

type Asked = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ person: string }>; searchParams: Promise<Asked> };

// A page and its metadata ask for the same record: it is opened once.
const openOnce = cache(async (address: string, from: Asked[string], to: Asked[string]) => {
  const viewer = await requireViewer();
  const at = now();
  const record = await openRecord(viewer, address, { from, to }, "screen", at);
  return record && { viewer, record, at };
});

/** The record of this address, opened. Whoever may not read it finds the page of a person who is not there. */
export async function loadRecord({ params, searchParams }: Props) {
  const [address, { from, to }] = await Promise.all([addressIn(params), searchParams]);
  const opened = await openOnce(address, from, to);
  const person = opened && (await findPerson(opened.viewer, opened.record.person.address));
  if (!person) notFound();
  if (person.address !== address.toLowerCase()) redirect(`/people/${encodeURIComponent(person.address)}/record`);
  return { ...opened, person };
}

/** The page's title; for whoever may not read the record the one of any page that is not there. */
export async function recordTitle({ params, searchParams }: Props): Promise<string> {
  const [address, { from, to }] = await Promise.all([addressIn(params), searchParams]);
  const opened = await openOnce(address, from, to);
  return opened ? `Ownership record · ${opened.record.person.name}` : "Not found";
}

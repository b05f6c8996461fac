import "server-only";
import { type AddressValues, readAddress } from "#lib/address-values";
import type { Viewer } from "#lib/auth/policy";
import type { Part } from "#lib/cursor";
import { Invalid } from "#lib/errors";
import { PersonFilter } from "#lib/people/filter";
import { countPeople, listPeople, type PeopleCounts, type PersonItem } from "#lib/people/list-queries";
import { findPerson, type PersonView } from "#lib/people/queries";
import { rememberVisit } from "#lib/visits";

export type PersonDirectory = {
  filter: PersonFilter;
  counts: PeopleCounts;
  people: Part<PersonItem>;
  problems: string[];
};

/** The people as an address asks for them. What of the address makes no sense is named in `problems` and left out. */
export async function browsePeople(viewer: Viewer, values: AddressValues): Promise<PersonDirectory> {
  const { filter, problems } = readAddress(PersonFilter, values);
  const [counts, people] = await Promise.all([countPeople(viewer, filter), listPart(viewer, filter, problems)]);
  return { filter, counts, people, problems };
}

async function listPart(viewer: Viewer, filter: PersonFilter, problems: string[]): Promise<Part<PersonItem>> {
  try {
    return await listPeople(viewer, filter);
  } catch (error) {
    if (!(error instanceof Invalid) || filter.cursor === undefined) throw error;
    problems.push("cursor: The place in the list is not known any more; this is its beginning.");
    return listPeople(viewer, { ...filter, cursor: undefined });
  }
}

/** The person for somebody who opens their page; the palette will offer them again. */
export async function visitPerson(viewer: Viewer, address: string): Promise<PersonView | undefined> {
  const person = await findPerson(viewer, address);
  if (person) rememberVisit(viewer, "person", person.id);
  return person;
}

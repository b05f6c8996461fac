"use server";

import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import { requireViewer } from "#lib/auth/viewer";
import { isStorable } from "#lib/fields";
import { changeEmail, createPerson, editPerson } from "#lib/people/commands";
import { ChangeEmailInput, CreatePersonInput, EditPersonInput, OnePerson } from "#lib/people/inputs";
import { suggestPeople } from "#lib/people/list-queries";
import {
  deactivatePerson,
  makeAdministrator,
  reactivatePerson,
  signOutPerson,
  withdrawAdministrator,
} from "#lib/people/standing-commands";

const pageOf = (address: string) => `/people/${encodeURIComponent(address)}`;

export const createPersonAction = formAction(CreatePersonInput, async (viewer, input) => {
  redirect(pageOf(await createPerson(viewer, input)));
});

export const editPersonAction = formAction(EditPersonInput, async (viewer, input) => {
  redirect(pageOf(await editPerson(viewer, input)));
});

export const changeEmailAction = formAction(ChangeEmailInput, async (viewer, input) => {
  redirect(pageOf(await changeEmail(viewer, input)));
});

export const deactivatePersonAction = formAction(OnePerson, async (viewer, input) => {
  redirect(pageOf(await deactivatePerson(viewer, input)));
});

export const reactivatePersonAction = formAction(OnePerson, async (viewer, input) => {
  redirect(pageOf(await reactivatePerson(viewer, input)));
});

export const makeAdministratorAction = formAction(OnePerson, async (viewer, input) => {
  redirect(pageOf(await makeAdministrator(viewer, input)));
});

export const withdrawAdministratorAction = formAction(OnePerson, async (viewer, input) => {
  redirect(pageOf(await withdrawAdministrator(viewer, input)));
});

export const signOutPersonAction = formAction(OnePerson, async (viewer, input) => {
  redirect(pageOf(await signOutPerson(viewer, input)));
});

/** People to choose from while somebody types. */
export async function suggestPeopleAction(query: string) {
  const viewer = await requireViewer();
  const found = isStorable(String(query)) ? await suggestPeople(viewer, String(query)) : [];
  return found.map(({ address, name, title }) => ({ value: address, label: name, detail: title ?? address }));
}

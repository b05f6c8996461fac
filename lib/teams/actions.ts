"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import { requireViewer } from "#lib/auth/viewer";
import { isStorable } from "#lib/fields";
import { createTeam, editTeam, renameTeam, restoreTeam, retireTeam, setManager } from "#lib/teams/commands";
import { CreateTeamInput, MemberInput, OneMember, OneTeam, RenameTeamInput, SetManagerInput } from "#lib/teams/inputs";
import { suggestTeams } from "#lib/teams/list-queries";
import { addMember, changeRole, removeMember } from "#lib/teams/member-commands";
import { EditTeamForm } from "#lib/teams/team-form-inputs";

export const createTeamAction = formAction(CreateTeamInput, async (viewer, input) => {
  redirect(`/teams/${await createTeam(viewer, input)}`);
});

export const editTeamAction = formAction(EditTeamForm, async (viewer, input) => {
  redirect(`/teams/${await editTeam(viewer, input)}`);
});

export const renameTeamAction = formAction(RenameTeamInput, async (viewer, input) => {
  redirect(`/teams/${await renameTeam(viewer, input)}`);
});

export const setManagerAction = formAction(SetManagerInput, async (viewer, input) => {
  redirect(`/teams/${await setManager(viewer, input)}`);
});

export const retireTeamAction = formAction(OneTeam, async (viewer, input) => {
  redirect(`/teams/${await retireTeam(viewer, input)}`);
});

export const restoreTeamAction = formAction(OneTeam, async (viewer, input) => {
  redirect(`/teams/${await restoreTeam(viewer, input)}`);
});

export const addMemberAction = formAction(MemberInput, async (viewer, input) => {
  await addMember(viewer, input);
  refresh();
  return { message: "Added." };
});

export const changeRoleAction = formAction(MemberInput, async (viewer, input) => {
  await changeRole(viewer, input);
  refresh();
  return {};
});

export const removeMemberAction = formAction(OneMember, async (viewer, input) => {
  await removeMember(viewer, input);
  refresh();
  return {};
});

/** Teams to choose from while somebody types. */
export async function suggestTeamsAction(query: string) {
  const viewer = await requireViewer();
  const found = isStorable(String(query)) ? await suggestTeams(viewer, String(query)) : [];
  return found.map(({ slug, name, kind }) => ({ value: slug, label: name, detail: kind }));
}

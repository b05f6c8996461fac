"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import { requireViewer } from "#lib/auth/viewer";
import { isStorable } from "#lib/fields";
import {
  createService,
  editService,
  renameService,
  restoreService,
  retireService,
  transferService,
} from "#lib/services/commands";
import {
  addDependency,
  removeDependency,
  stateNeedsNothing,
  withdrawNeedsNothing,
} from "#lib/services/dependency-commands";
import { declareExpert, starService, withdrawExpert } from "#lib/services/expert-commands";
import {
  CreateServiceInput,
  DependencyInput,
  EditServiceInput,
  ExpertInput,
  OneService,
  RemoveDependencyInput,
  RenameServiceInput,
  TransferServiceForm,
} from "#lib/services/inputs";
import { suggestServices } from "#lib/services/queries";

export const createServiceAction = formAction(CreateServiceInput, async (viewer, input) => {
  redirect(`/services/${await createService(viewer, input)}`);
});

export const editServiceAction = formAction(EditServiceInput, async (viewer, input) => {
  redirect(`/services/${await editService(viewer, input)}`);
});

export const renameServiceAction = formAction(RenameServiceInput, async (viewer, input) => {
  redirect(`/services/${await renameService(viewer, input)}`);
});

export const transferServiceAction = formAction(TransferServiceForm, async (viewer, input) => {
  redirect(`/services/${await transferService(viewer, input)}`);
});

export const retireServiceAction = formAction(OneService, async (viewer, input) => {
  redirect(`/services/${await retireService(viewer, input)}?done=retired`);
});

export const restoreServiceAction = formAction(OneService, async (viewer, input) => {
  redirect(`/services/${await restoreService(viewer, input)}?done=restored`);
});

export const addDependencyAction = formAction(DependencyInput, async (viewer, input) => {
  redirect(`/services/${await addDependency(viewer, input)}/dependencies`);
});

/** The same from a page that stays where it is. */
export const noteNeedAction = formAction(DependencyInput, async (viewer, input) => {
  await addDependency(viewer, input);
  refresh();
  return {};
});

export const removeDependencyAction = formAction(RemoveDependencyInput, async (viewer, input) => {
  redirect(`/services/${await removeDependency(viewer, input)}/dependencies`);
});

export const stateNeedsNothingAction = formAction(OneService, async (viewer, input) => {
  redirect(`/services/${await stateNeedsNothing(viewer, input)}/dependencies`);
});

export const withdrawNeedsNothingAction = formAction(OneService, async (viewer, input) => {
  redirect(`/services/${await withdrawNeedsNothing(viewer, input)}/dependencies`);
});

export const declareExpertAction = formAction(ExpertInput, async (viewer, input) => {
  redirect(`/services/${await declareExpert(viewer, input)}/experts`);
});

export const withdrawExpertAction = formAction(ExpertInput, async (viewer, input) => {
  redirect(`/services/${await withdrawExpert(viewer, input)}/experts`);
});

/** Stars the service that the field `star` names, or takes the star from the one in `unstar`. */
export async function starServiceAction(form: FormData): Promise<void> {
  const viewer = await requireViewer();
  const star = form.get("star");
  const { service } = OneService.parse({ service: star ?? form.get("unstar") });
  await starService(viewer, { service, isStarred: star !== null });
  refresh();
}

/** Living services for a field in which one is chosen, best first. */
export async function suggestServicesAction(query: string) {
  const viewer = await requireViewer();
  const found = isStorable(String(query)) ? await suggestServices(viewer, String(query)) : [];
  return found.map(({ slug, name, hint }) => ({ value: slug, label: name, detail: hint ?? slug }));
}

"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { MakeIntakeKeyInput, OneIntakeKey, OneIntakeName, SetIntakeNameInput } from "#lib/alerts/intake/intake-inputs";
import { makeIntakeKey, revokeIntakeKey } from "#lib/alerts/intake/intake-key-commands";
import { removeIntakeName, setIntakeName } from "#lib/alerts/intake/intake-name-commands";

export const makeIntakeKeyAction = formAction(MakeIntakeKeyInput, async (viewer, input) => {
  const { key } = await makeIntakeKey(viewer, input);
  refresh();
  return { result: { key } };
});

export const revokeIntakeKeyAction = formAction(OneIntakeKey, async (viewer, input) => {
  await revokeIntakeKey(viewer, input);
  refresh();
});

export const setIntakeNameAction = formAction(SetIntakeNameInput, async (viewer, input) => {
  await setIntakeName(viewer, input);
  refresh();
  return { message: `Alerts of “${input.name}” that come from now on are those of ${input.service}.` };
});

export const removeIntakeNameAction = formAction(OneIntakeName, async (viewer, input) => {
  await removeIntakeName(viewer, input);
  refresh();
});

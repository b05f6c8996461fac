"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import {
  addMethod,
  moveMethod,
  removeMethod,
  sendCode,
  setMethodRule,
  verifyMethod,
} from "#lib/notifications/methods/commands";
import {
  AddMethodInput,
  MethodRuleInput,
  MoveMethodInput,
  OneMethod,
  VerifyMethodInput,
} from "#lib/notifications/methods/inputs";

const here = "/account/contact-methods";

export const addMethodAction = formAction(AddMethodInput, async (viewer, input) => {
  redirect(`${here}?${new URLSearchParams({ method: await addMethod(viewer, input) })}`);
});

export const sendCodeAction = formAction(OneMethod, async (viewer, input) => {
  await sendCode(viewer, input);
  refresh();
  return { message: "Another code is on its way. The one before is good no more." };
});

export const verifyMethodAction = formAction(VerifyMethodInput, async (viewer, input) => {
  redirect(`${here}?${new URLSearchParams({ verified: await verifyMethod(viewer, input) })}`);
});

export const setMethodRuleAction = formAction(MethodRuleInput, async (viewer, input) => {
  const label = await setMethodRule(viewer, input);
  refresh();
  return { message: `“${label}” is used so from now on.` };
});

export const moveMethodAction = formAction(MoveMethodInput, async (viewer, input) => {
  await moveMethod(viewer, input);
  refresh();
  return undefined;
});

export const removeMethodAction = formAction(OneMethod, async (viewer, input) => {
  const label = await removeMethod(viewer, input);
  refresh();
  return { message: `“${label}” is gone.` };
});

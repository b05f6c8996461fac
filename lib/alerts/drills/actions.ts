"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import { answerDrill, callOffDrill, learnFromDrill, planDrill } from "#lib/alerts/drills/commands";
import { drillPath } from "#lib/alerts/drills/drill";
import { AnswerDrillInput, LearnDrillInput, OneDrill, PlanDrillInput } from "#lib/alerts/drills/inputs";
import { endDrill, raiseDrill } from "#lib/alerts/drills/raise-commands";

export const planDrillAction = formAction(PlanDrillInput, async (viewer, input) => {
  const drill = await planDrill(viewer, input);
  redirect(drillPath({ slug: input.service }, drill));
});

export const answerDrillAction = formAction(AnswerDrillInput, async (viewer, input) => {
  await answerDrill(viewer, input);
  refresh();
});

export const callOffDrillAction = formAction(OneDrill, async (viewer, input) => {
  await callOffDrill(viewer, input);
  refresh();
});

export const raiseDrillAction = formAction(OneDrill, async (viewer, input) => {
  await raiseDrill(viewer, input);
  refresh();
});

export const endDrillAction = formAction(OneDrill, async (viewer, input) => {
  await endDrill(viewer, input);
  refresh();
});

export const learnFromDrillAction = formAction(LearnDrillInput, async (viewer, input) => {
  await learnFromDrill(viewer, input);
  refresh();
  return { message: input.learnt ? "Kept." : "Nothing is kept." };
});

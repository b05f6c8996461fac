"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import {
  editCriterion,
  moveCriterion,
  moveLevel,
  restoreCriterion,
  retireCriterion,
  writeCriterion,
} from "#lib/records/criteria/commands";
import {
  CriterionLinkInput,
  EditCriterionInput,
  MoveCriterionInput,
  MoveLevelInput,
  OneCriterion,
  WriteCriterionInput,
} from "#lib/records/criteria/inputs";
import { linkCriterion, unlinkCriterion } from "#lib/records/criteria/link-commands";

export const writeCriterionAction = formAction(WriteCriterionInput, async (viewer, input) => {
  await writeCriterion(viewer, input);
  refresh();
  return { message: `Written, for the level ${input.level}.` };
});

export const editCriterionAction = formAction(EditCriterionInput, async (viewer, input) => {
  await editCriterion(viewer, input);
  refresh();
  return { message: "Saved." };
});

export const moveCriterionAction = formAction(MoveCriterionInput, async (viewer, input) => {
  await moveCriterion(viewer, input);
  refresh();
});

export const moveLevelAction = formAction(MoveLevelInput, async (viewer, input) => {
  await moveLevel(viewer, input);
  refresh();
});

export const retireCriterionAction = formAction(OneCriterion, async (viewer, input) => {
  await retireCriterion(viewer, input);
  refresh();
});

export const restoreCriterionAction = formAction(OneCriterion, async (viewer, input) => {
  await restoreCriterion(viewer, input);
  refresh();
});

export const linkCriterionAction = formAction(CriterionLinkInput, async (viewer, input) => {
  await linkCriterion(viewer, input);
  refresh();
});

export const unlinkCriterionAction = formAction(CriterionLinkInput, async (viewer, input) => {
  await unlinkCriterion(viewer, input);
  refresh();
});

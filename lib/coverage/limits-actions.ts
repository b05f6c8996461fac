"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { CoverageLimitsForm, OneLimit } from "#lib/coverage/limit-inputs";
import { limitWords } from "#lib/coverage/limit-words";
import { resetCoverageLimit, setCoverageLimits } from "#lib/coverage/limits-commands";

export const setCoverageLimitsAction = formAction(CoverageLimitsForm, async (viewer, input) => {
  await setCoverageLimits(viewer, input);
  refresh();
  return { message: "Coverage is measured against these from the next measurement on." };
});

export const resetCoverageLimitAction = formAction(OneLimit, async (viewer, input) => {
  await resetCoverageLimit(viewer, input);
  refresh();
  return { message: `“${limitWords[input.limit].label}” is as it ships again.` };
});

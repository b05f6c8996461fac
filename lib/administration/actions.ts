"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { chooseFallbackOps } from "#lib/administration/commands";
import { FallbackOpsInput } from "#lib/administration/inputs";

export const chooseFallbackOpsAction = formAction(FallbackOpsInput, async (viewer, input) => {
  await chooseFallbackOps(viewer, input);
  refresh();
  return { message: input.team ? "Saved." : "Saved: nobody stands behind services without an ops team." };
});

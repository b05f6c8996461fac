"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { MeasureInput } from "#lib/coverage/inputs";
import { measureServices } from "#lib/coverage/measure-commands";

/** Measures the service in the field `service`, or all that the team in the field `team` delivers. */
export const measureAction = formAction(MeasureInput, async (viewer, input) => {
  await measureServices(viewer, input);
  refresh();
  return {};
});

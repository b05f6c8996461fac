"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { StateImpactInput } from "#lib/alerts/rules/inputs";
import { putRule } from "#lib/alerts/rules/rule-commands";

export const stateImpactAction = formAction(
  StateImpactInput,
  async (viewer, { service, name, answer, customerImpact }) => {
    const said = answer === "nothing" ? { isWithoutCustomerImpact: true } : { customerImpact };
    await putRule(viewer, { service, name, ...said });
    refresh();
  },
);

"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { retireHeartbeat } from "#lib/alerts/heartbeats/commands";
import { AddHeartbeatForm, RetireHeartbeatForm } from "#lib/alerts/heartbeats/form-inputs";
import { putHeartbeat } from "#lib/alerts/heartbeats/put-commands";

export const addHeartbeatAction = formAction(AddHeartbeatForm, async (viewer, input) => {
  const isNew = await putHeartbeat(viewer, input);
  refresh();
  return { message: isNew ? `“${input.name}” waits for its first beat.` : `“${input.name}” is changed.` };
});

export const retireHeartbeatAction = formAction(RetireHeartbeatForm, async (viewer, input) => {
  await retireHeartbeat(viewer, input);
  refresh();
});

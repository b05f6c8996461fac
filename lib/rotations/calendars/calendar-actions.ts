"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { closeCalendar, openCalendar } from "#lib/rotations/calendars/calendar-commands";
import { OneCalendar, OpenCalendarInput } from "#lib/rotations/calendars/calendar-inputs";

export const openCalendarAction = formAction(OpenCalendarInput, async (viewer, input) => {
  const path = await openCalendar(viewer, input);
  refresh();
  return { result: { path } };
});

export const closeCalendarAction = formAction(OneCalendar, async (viewer, input) => {
  await closeCalendar(viewer, input);
  refresh();
  return { message: "This calendar is closed." };
});

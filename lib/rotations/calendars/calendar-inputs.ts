import { z } from "zod";
import { Slug } from "#lib/fields";

/** Without a rotation it is a calendar of the viewer's own watches. */
export const OpenCalendarInput = z.object({
  rotation: z.union([z.literal("").transform(() => undefined), Slug], "Choose one from the list.").optional(),
});
export type OpenCalendarInput = z.output<typeof OpenCalendarInput>;

export const OneCalendar = z.object({ calendar: z.uuid("There is no such calendar.") });
export type OneCalendar = z.output<typeof OneCalendar>;

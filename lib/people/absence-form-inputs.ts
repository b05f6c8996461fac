import { z } from "zod";
import { OptionalText, PersonAddress, TimeZone } from "#lib/fields";
import { endOfDays, startOfDays } from "#lib/rotations/standing-in/form-times";

const Day = z.string("Write a day.").trim().max(20);
const Time = z.string().trim().max(10).default("");

/** What the form sends: whole days from the first to the last one, narrowed by times where they are given. */
export const NoteAbsenceForm = z.object({ person: PersonAddress, reason: OptionalText(500).optional() }).and(
  z
    .object({ from: Day, to: Day, fromTime: Time, toTime: Time, timeZone: TimeZone })
    .transform(({ timeZone, ...typed }, context) => {
      const days = { firstDay: typed.from, lastDay: typed.to || typed.from, ...typed };
      const [from, to] = [startOfDays(days, timeZone), endOfDays(days, timeZone)];
      if (!from) context.addIssue({ code: "custom", path: ["from"], message: "Write a day, and a time or none." });
      if (!to) context.addIssue({ code: "custom", path: ["to"], message: "Write a day, and a time or none." });
      return from && to ? { from, to } : z.NEVER;
    }),
);

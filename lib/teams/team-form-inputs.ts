import { z } from "zod";
import { EditTeamInput, WorkingHours } from "#lib/teams/inputs";

/** Working hours that nobody filled in are sent too: no day and no time. */
const Blank = z.object({ weekdays: z.array(z.string()).length(0).optional(), from: z.literal(""), to: z.literal("") });

export const EditTeamForm = EditTeamInput.extend({
  workingHours: z
    .preprocess((typed) => (Blank.safeParse(typed).success ? null : typed), WorkingHours.nullable())
    .optional(),
});

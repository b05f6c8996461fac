import { z } from "zod";
import { OptionalText, PersonAddress } from "#lib/fields";
import { InstantInput } from "#lib/rotations/inputs";

const Reason = OptionalText(500).optional();

/** When somebody is away, `[from, to)`; without `person` it is the viewer. A reason only if they want to give one. */
export const NoteAbsenceInput = z.object({
  person: PersonAddress.optional(),
  from: InstantInput,
  to: InstantInput,
  reason: Reason,
});
export type NoteAbsenceInput = z.output<typeof NoteAbsenceInput>;

export const OneAbsence = z.object({ absence: z.uuid("There is no such absence.") });
export type OneAbsence = z.output<typeof OneAbsence>;

/** A field left out keeps its value. */
export const ChangeAbsenceInput = OneAbsence.extend({
  from: InstantInput.optional(),
  to: InstantInput.optional(),
  reason: Reason,
});
export type ChangeAbsenceInput = z.output<typeof ChangeAbsenceInput>;

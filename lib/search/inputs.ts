import { z } from "zod";
import { isStorable } from "#lib/fields";

const mostCharacters = 64 * 1024;

/** A pasted error or log. */
export const PastedText = z.object({
  text: z
    .string("Send a text.")
    .max(mostCharacters, "Send at most 64 kB of text.")
    .refine((text) => text.trim() !== "", "Send a text.")
    .refine(isStorable, "Leave out characters that are no text."),
});

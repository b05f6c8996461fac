import { z } from "zod";
import { nightForm } from "#lib/night-form";
import { AskForCoverInput } from "#lib/rotations/inputs";
import { askForCover } from "#lib/rotations/standing-in/cover-commands";

const AskForTheDayAfter = z.object(AskForCoverInput.pick({ rotation: true, from: true, to: true }).shape);

/** Asks for cover of the watch that somebody would stand on the day after a night. */
export const POST = nightForm(AskForTheDayAfter, askForCover);

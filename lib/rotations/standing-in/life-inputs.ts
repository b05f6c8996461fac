import { z } from "zod";
import { OptionalText, PersonAddress, Slug, TimeZone } from "#lib/fields";
import { InstantInput, OneSwap } from "#lib/rotations/inputs";
import { instantOfWall } from "#lib/rotations/standing-in/form-times";

// What the forms of a rotation send. Times are what the reader's clock shows; here they become instants.

const WallTime = z.string("Write a date and a time.").trim().max(40);
const Shown = z.string().max(60).optional();

/** A span typed in the reader's zone; beside each field the instant that it was filled with. */
export const TypedSpan = z
  .object({ from: WallTime, to: WallTime, timeZone: TimeZone, shownFrom: Shown, shownTo: Shown })
  .transform(({ timeZone, ...typed }, context) => {
    const from = instantOfWall(typed.from, timeZone, typed.shownFrom);
    const to = instantOfWall(typed.to, timeZone, typed.shownTo);
    const message = "Write a date and a time.";
    if (!from) context.addIssue({ code: "custom", path: ["from"], message });
    if (!to) context.addIssue({ code: "custom", path: ["to"], message });
    return from && to ? { from, to } : z.NEVER;
  });

/** The page to come back to; anything else than one of ours is left out. */
const Back = z
  .string()
  .regex(/^\/((rotations|services)\/[a-z0-9.-]{1,120})?$/)
  .optional()
  .catch(undefined);

const Ticked = z.literal("on", "Tick it or leave it.").transform(() => true);
const OptionalPerson = z.union([z.literal("").transform(() => undefined), PersonAddress], "Choose somebody.");
const Reason = OptionalText(500).optional();

/** Take over now, until the instant that the button says. */
export const TakeNowForm = z.object({ rotation: Slug, to: InstantInput, replace: Ticked.optional(), back: Back });

export const TakeSpanForm = z
  .object({ rotation: Slug, person: OptionalPerson.optional(), reason: Reason, replace: Ticked.optional() })
  .and(TypedSpan);

/** `from` and `to` are when it stands, to be told once it is gone. */
export const GiveBackForm = z.object({
  rotation: Slug,
  override: z.uuid("There is no such override."),
  from: InstantInput,
  to: InstantInput,
  back: Back,
});

export const UndoSwapForm = OneSwap.extend({ from: InstantInput, to: InstantInput });

export const AskForCoverForm = z
  .object({ rotation: Slug, person: OptionalPerson.optional(), reason: Reason })
  .and(TypedSpan);

/** What a button of the list says: the request and, with a slash before it, whom a lead lets take it. */
export const ClaimForm = z.object({
  claim: z
    .string("Choose a request.")
    .max(400)
    .transform((text) => text.split("/"))
    .transform(([request = "", person]) => (person === undefined ? { request } : { request, person }))
    .pipe(z.object({ request: z.uuid("There is no such request."), person: PersonAddress.optional() })),
});

export const ShadowForm = z.object({ rotation: Slug, person: OptionalPerson.optional() }).and(TypedSpan);

/** A shift as an option of a list names it: its two instants with a slash between them. */
const ChosenShift = z
  .string("Choose a shift.")
  .transform((text) => text.split("/"))
  .pipe(z.tuple([InstantInput, InstantInput], "Choose a shift."))
  .transform(([from, to]) => ({ from, to }));

export const SwapForm = z.object({ rotation: Slug, first: ChosenShift, second: ChosenShift });

export const MarkReadyForm = z.object({
  rotation: Slug,
  item: z.enum(["contact", "runbooks", "shadow", "briefing"], "Choose something of the list."),
  isReady: z.enum(["yes", "no"], "Say yes or no.").transform((answer) => answer === "yes"),
});

/** What a button of the list of reasons says: of what, in which rotation, and its id. */
export const EraseReasonForm = z.object({
  given: z
    .string("Choose a reason.")
    .max(400)
    .transform((text) => text.split("/"))
    .transform(([kind = "", rotation = "", id = ""]) => ({ kind, rotation, id }))
    .pipe(
      z.object({
        kind: z.enum(["request", "override"], "There is no such reason."),
        rotation: Slug,
        id: z.uuid("There is no such reason."),
      }),
    ),
});

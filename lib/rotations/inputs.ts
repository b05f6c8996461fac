import { z } from "zod";
import { Name, OptionalText, PersonAddress, Slug, TimeOfDay, TimeZone } from "#lib/fields";
import { units, weekdays } from "#lib/rotations/rotation";

/** An RFC 3339 instant with its offset, as in `2026-03-02T09:00:00Z`. */
export const InstantInput = z
  .string("Write an instant such as 2026-03-02T09:00:00Z.")
  .trim()
  .max(60)
  .transform((text, context) => {
    const instant = instantOf(text);
    if (instant) return instant;
    context.addIssue("Write an instant with its offset, such as 2026-03-02T09:00:00Z.");
    return z.NEVER;
  });

/** In the centuries of wall-clock times, so that every database keeps it. */
function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return /^(19|20|21)\d\d-/.test(text) ? Temporal.Instant.from(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A wall-clock time without a zone, as in `2026-01-05T09:00`. */
const WallClock = z
  .string("Write a date and a time such as 2026-01-05T09:00.")
  .trim()
  .regex(
    /^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:00)?$/,
    "Write a date and a time such as 2026-01-05T09:00.",
  )
  .refine(isOnTheCalendar, "There is no such day.");

const wholeNumber = (least: number, most: number) => {
  const message = `Use a whole number from ${least} to ${most}.`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
};

/** Weekly hours: they begin at `from` on each of `weekdays`. */
export const Hours = z.strictObject({
  weekdays: z
    .array(z.enum(weekdays, "Use monday to sunday."), "Name the days on which it begins.")
    .min(1, "Name at least one day.")
    .max(7, "Name each day once.")
    .refine((days) => new Set(days).size === days.length, "Name each day once."),
  from: TimeOfDay,
  to: TimeOfDay,
});

/** A field that it does not know is refused: a layer whose `hours` are misspelt would be active at all times. */
export const LayerInput = z.strictObject({
  name: Name,
  timeZone: TimeZone,
  startsAt: WallClock,
  every: wholeNumber(1, 999).default(1),
  unit: z.enum(units, "Use hour, day, week or month."),
  /** The order of turns; somebody named twice has two turns. */
  participants: z
    .array(PersonAddress, "Name who stands this watch.")
    .min(1, "Name at least one person.")
    .max(200, "Name at most 200 people."),
  firstTurn: wholeNumber(0, 9_999).optional(),
  hours: z.array(Hours).max(50, "Use at most 50 windows.").optional(),
});
export type LayerInput = z.output<typeof LayerInput>;

export const Layers = z
  .array(LayerInput, "Describe at least one layer.")
  .min(1, "Describe at least one layer.")
  .max(20, "Use at most 20 layers.")
  .superRefine((layers, context) => {
    for (const [index, { name }] of layers.entries()) {
      if (layers.findIndex((other) => other.name === name) < index)
        context.addIssue({ code: "custom", path: [index, "name"], message: "Another layer has this name already." });
    }
  });

/** What can be said of a rotation besides its layers. */
export const RotationFacts = z.object({ name: Name, description: OptionalText(4_000), team: Slug }).partial();
export type RotationFacts = z.output<typeof RotationFacts>;

/**
 * The body of `PUT /rotations/{slug}`: a field left out keeps its value; `layers` open a new version at
 * `effectiveFrom`, now unless given. With `replaceLater` versions that begin later go.
 */
export const PutRotationInput = z.object({
  name: Name,
  team: Slug,
  description: OptionalText(4_000).optional(),
  effectiveFrom: InstantInput.optional(),
  replaceLater: z.boolean("Use true or false.").optional(),
  layers: Layers.optional(),
});
export type PutRotationInput = z.output<typeof PutRotationInput>;

export const OneRotation = z.object({ rotation: Slug });
export type OneRotation = z.output<typeof OneRotation>;

export const RenameRotationInput = z.object({ rotation: Slug, name: Name, slug: Slug });
export type RenameRotationInput = z.output<typeof RenameRotationInput>;

const Reason = OptionalText(500);

/** A span of the watch and who stands in; without `person` it is the viewer. `from` left out, or past, is now. */
export const TakeOverInput = z.object({
  rotation: Slug,
  from: InstantInput.optional(),
  to: InstantInput,
  person: PersonAddress.optional(),
  reason: Reason.optional(),
  /** Trims an override that is met, and keeps what is left of it on both sides. Without it that is a conflict. */
  replace: z.boolean("Use true or false.").optional(),
});
export type TakeOverInput = z.output<typeof TakeOverInput>;

export const OneOverride = z.object({ rotation: Slug, override: z.uuid("There is no such override.") });
export type OneOverride = z.output<typeof OneOverride>;

/** Without `person` it is the viewer who asks. */
export const AskForCoverInput = z.object({
  rotation: Slug,
  from: InstantInput,
  to: InstantInput,
  reason: Reason.optional(),
  person: PersonAddress.optional(),
});
export type AskForCoverInput = z.output<typeof AskForCoverInput>;

/** Without `person` it is the viewer who claims; a lead or manager may name somebody. */
export const ClaimInput = z.object({
  request: z.uuid("There is no such request."),
  person: PersonAddress.optional(),
});
export type ClaimInput = z.output<typeof ClaimInput>;

export const OneCoverRequest = z.object({ request: z.uuid("There is no such request.") });
export type OneCoverRequest = z.output<typeof OneCoverRequest>;

const HeldSpan = z.object({ from: InstantInput, to: InstantInput });

/** Two spans of one rotation, each held by one person: they change places. */
export const SwapInput = z.object({ rotation: Slug, first: HeldSpan, second: HeldSpan });
export type SwapInput = z.output<typeof SwapInput>;

export const OneSwap = z.object({ rotation: Slug, swap: z.uuid("There is no such swap.") });
export type OneSwap = z.output<typeof OneSwap>;

/** Without `person` it is the viewer who stands beside whoever holds the watch. */
export const ShadowInput = z.object({
  rotation: Slug,
  from: InstantInput,
  to: InstantInput,
  person: PersonAddress.optional(),
});
export type ShadowInput = z.output<typeof ShadowInput>;

export const OneShadow = z.object({ rotation: Slug, shadow: z.uuid("There is no such shadow watch.") });
export type OneShadow = z.output<typeof OneShadow>;

export const readinessItems = ["contact", "runbooks", "shadow", "briefing"] as const;
export type ReadinessItem = (typeof readinessItems)[number];

export const MarkReadyInput = z.object({
  rotation: Slug,
  item: z.enum(readinessItems, "Choose something of the list."),
  isReady: z.boolean(),
});
export type MarkReadyInput = z.output<typeof MarkReadyInput>;

export const HandoffNoteInput = z.object({
  rotation: Slug,
  handoffAt: InstantInput,
  openAlerts: OptionalText(4_000).optional(),
  worries: OptionalText(4_000).optional(),
  tryFirst: OptionalText(4_000).optional(),
});
export type HandoffNoteInput = z.output<typeof HandoffNoteInput>;

export const OneHandoffNote = z.object({ rotation: Slug, handoffAt: InstantInput });
export type OneHandoffNote = z.output<typeof OneHandoffNote>;

const minutes = wholeNumber(1, 1_440);

/** Who is paged for a service, in which order; the minutes count from the first page. */
export const EscalationInput = z.object({
  delivery: Slug,
  backup: Slug.nullable().optional(),
  ops: Slug.nullable().optional(),
  backupAfterMinutes: minutes.optional(),
  opsAfterMinutes: minutes.optional(),
  leadAfterMinutes: minutes.optional(),
});
export type EscalationInput = z.output<typeof EscalationInput>;

export const SetEscalationInput = EscalationInput.extend({ service: Slug });
export type SetEscalationInput = z.output<typeof SetEscalationInput>;

function isOnTheCalendar(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split("-").map(Number);
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

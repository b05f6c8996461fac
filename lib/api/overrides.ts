import { z } from "zod";
import { defineCall } from "#lib/api/call";
import { Cursor, Instant, Limit, partOf } from "#lib/api/shared";
import { PersonEmail, rotationParams, windowQuery } from "#lib/api/watch-shapes";
import { SwapInput, TakeOverInput } from "#lib/rotations/inputs";

const origins = ["taken", "claimed", "swapped", "named"] as const;

export const OverrideAnswer = z
  .object({
    id: z.string(),
    from: Instant,
    to: Instant,
    person: PersonEmail.meta({ description: "Who stands in" }),
    origin: z.enum(origins).meta({ description: "How it came about" }),
    reason: z.string().nullable().meta({ description: "Null for whoever may not see it, and where none was given" }),
    createdBy: PersonEmail.nullable().meta({ description: "Null: no person did" }),
    createdAt: Instant,
  })
  .meta({ id: "Override" });

export const SwapAnswer = z
  .object({ id: z.string(), overrides: z.array(OverrideAnswer) })
  .meta({ id: "Swap", description: "The overrides by which each person stands the other one's span" });

const override = { description: "The override", schema: OverrideAnswer };

export const listOverridesCall = defineCall({
  id: "listOverrides",
  method: "GET",
  path: "/rotations/{slug}/overrides",
  tag: "Rotations",
  summary: "The overrides that meet a window, in order",
  params: rotationParams,
  query: windowQuery("400 days after `from`").extend({ cursor: Cursor, limit: Limit }),
  answers: { 200: { description: "A part of the overrides", schema: partOf(OverrideAnswer, "OverrideList") } },
});

export const makeOverrideCall = defineCall({
  id: "makeOverride",
  method: "POST",
  path: "/rotations/{slug}/overrides",
  tag: "Rotations",
  summary: "Let somebody stand in over a span",
  description:
    "Without `person` it is the caller who takes the watch. `from` left out, or before now, is now. An override that is met is a conflict, unless `replace` is true: then it is trimmed, and what is left of it on both sides stays.",
  params: rotationParams,
  body: TakeOverInput.omit({ rotation: true }),
  example: { from: "2026-03-02T18:00:00Z", to: "2026-03-03T08:00:00Z", person: "lin@harbour.example" },
  answers: { 201: override },
  problems: [409],
});

export const endOverrideCall = defineCall({
  id: "endOverride",
  method: "DELETE",
  path: "/rotations/{slug}/overrides/{id}",
  tag: "Rotations",
  summary: "Take an override back; one that has begun ends now, and its past stays",
  params: rotationParams.extend({ id: z.uuid() }),
  answers: { 204: { description: "It holds no longer" } },
  problems: [409],
});

export const swapShiftsCall = defineCall({
  id: "swapShifts",
  method: "POST",
  path: "/rotations/{slug}/swaps",
  tag: "Rotations",
  summary: "Let two people change places over two spans, in one step",
  params: rotationParams,
  body: SwapInput.omit({ rotation: true }),
  example: {
    first: { from: "2026-03-02T09:00:00Z", to: "2026-03-09T09:00:00Z" },
    second: { from: "2026-03-09T09:00:00Z", to: "2026-03-16T09:00:00Z" },
  },
  answers: { 201: { description: "They have changed places", schema: SwapAnswer } },
  problems: [409],
});

import { z } from "zod";
import { type AnswerDescription, defineCall } from "#lib/api/call";
import { Cursor, Instant, Limit, partOf, SearchQuery, SlugText } from "#lib/api/shared";
import { rotationParams } from "#lib/api/watch-shapes";
import { Slug } from "#lib/fields";
import { PutRotationInput } from "#lib/rotations/inputs";
import { units, weekdays } from "#lib/rotations/rotation";

const Layer = z
  .object({
    name: z.string().meta({ example: "weekly" }),
    timeZone: z.string().meta({ description: "An IANA zone", example: "Europe/Berlin" }),
    startsAt: z.string().meta({ description: "The first handoff, wall-clock time", example: "2026-01-05T09:00" }),
    every: z.number().int(),
    unit: z.enum(units),
    participants: z.array(z.string()).meta({
      description: "E-mail addresses in the order of turns; the handle of somebody who has none",
      example: ["ada@harbour.example", "lin@harbour.example"],
    }),
    firstTurn: z.number().int(),
    hours: z
      .array(z.object({ weekdays: z.array(z.enum(weekdays)), from: z.string(), to: z.string() }).meta({ id: "Hours" }))
      .optional()
      .meta({ description: "Left out where the layer is active at all times" }),
  })
  .meta({ id: "Layer" });

const described = {
  name: z.string().meta({ example: "Checkout primary" }),
  description: z.string().nullable(),
  team: SlugText("checkout").meta({ description: "The slug of the team that it belongs to" }),
};

const listed = {
  slug: SlugText("checkout-primary"),
  teamDefault: z.boolean().meta({ description: "It stands the watch of the team's services that name no other" }),
  createdAt: Instant,
};

const version = {
  effectiveFrom: Instant.meta({ description: "From when these layers hold" }),
  layers: z.array(Layer),
};

const readOnly = {
  ...listed,
  later: z.array(z.object(version).meta({ id: "RotationVersion" })).meta({
    description: "The versions that begin later, in order",
  }),
  warnings: z.array(z.string()).meta({ description: "What somebody may want to mend, in words" }),
  retiredAt: Instant.nullable(),
};

export const RotationAnswer = z.object({ ...described, ...version, ...readOnly }).meta({ id: "Rotation" });
export const RotationListItem = z.object({ ...described, ...listed }).meta({ id: "RotationListItem" });

const example = {
  name: "Checkout primary",
  team: "checkout",
  effectiveFrom: "2026-01-05T08:00:00Z",
  layers: [
    {
      name: "weekly",
      timeZone: "Europe/Berlin",
      startsAt: "2026-01-05T09:00",
      every: 1,
      unit: "week",
      participants: ["ada@harbour.example", "lin@harbour.example"],
    },
  ],
};

const rotation: AnswerDescription = { description: "The rotation", schema: RotationAnswer };

export const listRotationsCall = defineCall({
  id: "listRotations",
  method: "GET",
  path: "/rotations",
  tag: "Rotations",
  summary: "The rotations, by name",
  query: z.object({
    query: SearchQuery.optional().meta({ description: "Parts of the name, the address or the team's name" }),
    team: Slug.optional().meta({ description: "The slug of a team", example: "checkout" }),
    cursor: Cursor,
    limit: Limit,
  }),
  answers: { 200: { description: "A part of the rotations", schema: partOf(RotationListItem, "RotationList") } },
});

export const findRotationCall = defineCall({
  id: "findRotation",
  method: "GET",
  path: "/rotations/{slug}",
  tag: "Rotations",
  summary: "One rotation: the version that holds, and those that begin later",
  description: "Before the first version has begun, that one. A former address answers with the rotation as it is now.",
  params: rotationParams,
  answers: { 200: rotation },
});

export const putRotationCall = defineCall({
  id: "putRotation",
  method: "PUT",
  path: "/rotations/{slug}",
  tag: "Rotations",
  summary: "Create a rotation, or open a new version of it",
  description:
    "`layers` hold from `effectiveFrom` on, now when it is left out; earlier shifts keep the version they had. Only the first version may begin in the past. Versions that begin later stay, unless `replaceLater` is true; one that begins at the same instant is replaced. A field left out keeps its value; a retired rotation comes back. Fields that only an answer has are passed over, and an answer that is sent back changes nothing.",
  params: rotationParams,
  body: PutRotationInput,
  ignores: Object.keys(readOnly),
  example,
  answers: { 200: rotation, 201: { ...rotation, description: "The rotation, created" } },
  problems: [409],
});

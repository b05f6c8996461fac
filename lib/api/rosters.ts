import { z } from "zod";
import { defineCall } from "#lib/api/call";
import {
  atQuery,
  Gap,
  PersonShift,
  personParams,
  rotationParams,
  Seat,
  Shift,
  windowQuery,
} from "#lib/api/watch-shapes";
import { Slug } from "#lib/fields";

export const ShiftsAnswer = z.object({ shifts: z.array(Shift), gaps: z.array(Gap) }).meta({ id: "Shifts" });
export const PersonShiftsAnswer = z.object({ shifts: z.array(PersonShift) }).meta({ id: "PersonShifts" });
export const ServiceOnCallAnswer = z
  .object({
    delivery: Seat,
    backup: Seat.nullable().meta({ description: "Null where the escalation path names none" }),
    ops: Seat.meta({
      description: "The service's ops rotation, else its ops team's, else the installation's fallback",
    }),
  })
  .meta({ id: "ServiceOnCall" });

const shiftsWindow = windowQuery("28 days after `from`");

export const listShiftsCall = defineCall({
  id: "listShifts",
  method: "GET",
  path: "/rotations/{slug}/shifts",
  tag: "Rotations",
  summary: "Who stands watch when, and when nobody does",
  description:
    "Clipped to the window, in order. Neighbours with the same person, source, layer and override are joined. Shifts and gaps together fill the window.",
  params: rotationParams,
  query: shiftsWindow,
  answers: { 200: { description: "The shifts and the gaps", schema: ShiftsAnswer } },
});

export const findOnCallCall = defineCall({
  id: "findOnCall",
  method: "GET",
  path: "/rotations/{slug}/on-call",
  tag: "Rotations",
  summary: "Who stands this watch at an instant",
  params: rotationParams,
  query: atQuery,
  answers: { 200: { description: "The seat", schema: Seat } },
});

export const findServiceOnCallCall = defineCall({
  id: "findServiceOnCall",
  method: "GET",
  path: "/services/{slug}/on-call",
  tag: "Rotations",
  summary: "Who stands the watches of a service at an instant",
  params: z.object({ slug: Slug.meta({ example: "checkout" }) }),
  query: atQuery,
  answers: { 200: { description: "The three seats", schema: ServiceOnCallAnswer } },
});

export const listPersonShiftsCall = defineCall({
  id: "listPersonShifts",
  method: "GET",
  path: "/people/{email}/shifts",
  tag: "Rotations",
  summary: "The watches of one person over all rotations",
  description: "Clipped to the window, in the order of their beginnings.",
  params: personParams,
  query: shiftsWindow,
  answers: { 200: { description: "The shifts", schema: PersonShiftsAnswer } },
});

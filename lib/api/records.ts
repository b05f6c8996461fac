import { z } from "zod";
import { defineCall } from "#lib/api/call";
import { Instant, InstantInput } from "#lib/api/shared";
import { PersonAddress } from "#lib/fields";
import { lineKinds } from "#lib/records/lines";

const line = z
  .object({
    key: z
      .string()
      .meta({ description: "Stays the same for ever", example: "alert:0b6b8f5e-6f0e-4a8e-9f4c-0f8d3c1a2b3c" }),
    title: z.string(),
    url: z.string().nullable().meta({ description: "Its place in the portal, from its root on" }),
    at: Instant,
    says: z
      .array(z.object({ term: z.string().nullable(), words: z.string() }))
      .meta({ description: "What is told of it, in words" }),
    note: z.string().nullable().meta({ description: "The person's own words" }),
    criteria: z.array(z.string()).meta({ description: "The expectations that it speaks to, as somebody pointed out" }),
  })
  .meta({ id: "RecordLine" });

export const RecordAnswer = z
  .object({
    person: z.object({ address: z.string(), name: z.string(), title: z.string().nullable() }),
    from: Instant,
    to: Instant,
    madeAt: Instant,
    timeZone: z.string().meta({ description: "The reader's, in which the words name days" }),
    right: z.enum(["self", "manager", "shared"]).meta({ description: "By what right it was read" }),
    note: z.string().nullable().meta({ description: "The person's own words to the whole" }),
    sections: z.array(
      z
        .object({ kind: z.enum(lineKinds), title: z.string(), lines: z.array(line), more: z.boolean() })
        .meta({ id: "RecordSection" }),
    ),
    purpose: z.string(),
    sources: z.string(),
    leftOut: z.string(),
  })
  .meta({ id: "OwnershipRecord" });

export const findRecordCall = defineCall({
  id: "findRecord",
  method: "GET",
  path: "/people/{email}/record",
  tag: "People",
  summary: "One person's ownership record",
  description:
    "Evidence in words, over a span that is the last half year unless given, of at most five years. For a session or a personal token of somebody who may read it: the person, their managers from a day after the person was told of them, and whom they share it with. Everybody else, every service token included, gets 404 as for somebody who is not there. The person sees who read it.",
  params: z.object({ email: PersonAddress.meta({ example: "ada@harbour.example" }) }),
  query: z.object({ from: InstantInput.optional(), to: InstantInput.optional() }),
  answers: { 200: { description: "The record", schema: RecordAnswer } },
});

import { z } from "zod";
import { type AnswerDescription, defineCall } from "#lib/api/call";
import { Cursor, Flag, Instant, Limit, partOf, SearchQuery } from "#lib/api/shared";
import { PersonAddress } from "#lib/fields";
import { PutPersonInput } from "#lib/people/inputs";
import { memberRoles } from "#lib/teams/inputs";

const described = {
  name: z.string().meta({ example: "Ada Moreau" }),
  title: z.string().nullable(),
  timeZone: z.string().nullable().meta({ description: "An IANA zone", example: "Europe/Paris" }),
  active: z.boolean(),
};

const rhythm = {
  wakesAt: z.string().nullable().meta({ description: "A wall-clock time in their zone", example: "07:00" }),
  sleepsAt: z.string().nullable().meta({ example: "23:00" }),
  holidayRegion: z
    .string()
    .nullable()
    .meta({ description: "Whose public holidays count: a country, or a part of one", example: "DE-BE" }),
};

const addresses = {
  email: z.string().nullable().meta({ example: "ada@harbour.example" }),
  handle: z.string().nullable().meta({ description: "The name by which catalog descriptors speak of this person" }),
};

const readOnly = {
  ...addresses,
  teams: z.array(z.object({ team: z.string(), role: z.enum(memberRoles), since: Instant }).meta({ id: "Membership" })),
  createdAt: Instant,
};

export const PersonAnswer = z.object({ ...described, ...rhythm, ...readOnly }).meta({ id: "Person" });
export const PersonListItem = z.object({ ...addresses, ...described }).meta({ id: "PersonListItem" });

const person: AnswerDescription = { description: "The person", schema: PersonAnswer };
const params = z.object({
  email: PersonAddress.meta({
    description: "An e-mail address; the handle of somebody who has none",
    example: "ada@harbour.example",
  }),
});

export const listPeopleCall = defineCall({
  id: "listPeople",
  method: "GET",
  path: "/people",
  tag: "People",
  summary: "The people, by name",
  query: z.object({
    query: SearchQuery.optional().meta({ description: "A part of the name or address" }),
    active: Flag.optional().meta({ description: "`false` lists those who left" }),
    cursor: Cursor,
    limit: Limit,
  }),
  answers: { 200: { description: "A part of the people", schema: partOf(PersonListItem, "PersonList") } },
});

export const findPersonCall = defineCall({
  id: "findPerson",
  method: "GET",
  path: "/people/{email}",
  tag: "People",
  summary: "One person",
  description: "A former address answers with the person as they are now.",
  params,
  answers: { 200: person },
});

export const putPersonCall = defineCall({
  id: "putPerson",
  method: "PUT",
  path: "/people/{email}",
  tag: "People",
  summary: "Create a person, or make them what the body says",
  description:
    "A field left out keeps its value. `active: false` ends every session and lets nobody in as this person. Fields that only an answer has are passed over.",
  params,
  body: PutPersonInput,
  ignores: Object.keys(readOnly),
  example: { name: "Ada Moreau", title: "Staff engineer", timeZone: "Europe/Paris" },
  answers: { 200: person, 201: { ...person, description: "The person, created" } },
  problems: [409],
});

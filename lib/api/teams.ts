import { z } from "zod";
import { type AnswerDescription, defineCall } from "#lib/api/call";
import { Cursor, Instant, Limit, partOf, SearchQuery, SlugText } from "#lib/api/shared";
import { Slug } from "#lib/fields";
import { memberRoles, PutTeamInput, teamKinds, WorkingHours } from "#lib/teams/inputs";

const described = {
  name: z.string().meta({ example: "Shop front" }),
  kind: z.enum(teamKinds),
  description: z.string().nullable(),
  manager: z.string().nullable().meta({ description: "An e-mail address", example: "noor@harbour.example" }),
  parent: z.string().nullable().meta({ description: "The slug of the team above it" }),
  chat: z.string().nullable().meta({ example: "#shop-front" }),
};

const workingHours = WorkingHours.nullable().meta({
  description: "When the team works; null when nobody has said",
  example: {
    timeZone: "Europe/Lisbon",
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"],
    from: "09:00",
    to: "17:30",
  },
});

const readOnly = {
  slug: SlugText("shop-front"),
  services: z.number().int().meta({ description: "How many services it delivers; GET /services?team= lists them" }),
  createdAt: Instant,
  retiredAt: Instant.nullable(),
};

const Member = z
  .object({
    email: z.string().meta({ description: "The handle of somebody who has no e-mail address" }),
    role: z.enum(memberRoles),
    name: z.string(),
    since: Instant,
  })
  .meta({ id: "Member" });

export const TeamAnswer = z
  .object({ ...described, workingHours, members: z.array(Member), ...readOnly })
  .meta({ id: "Team" });
export const TeamListItem = z.object({ slug: readOnly.slug, ...described }).meta({ id: "TeamListItem" });

const example = {
  name: "Shop front",
  kind: "delivery",
  manager: "noor@harbour.example",
  chat: "#shop-front",
  members: [
    { email: "ada@harbour.example", role: "lead" },
    { email: "lin@harbour.example", role: "member" },
  ],
};

const team: AnswerDescription = { description: "The team", schema: TeamAnswer };
const params = z.object({ slug: Slug.meta({ example: "shop-front" }) });

export const listTeamsCall = defineCall({
  id: "listTeams",
  method: "GET",
  path: "/teams",
  tag: "Teams",
  summary: "The teams, by name",
  query: z.object({
    query: SearchQuery.optional().meta({ description: "A part of the name or slug" }),
    kind: z.enum(teamKinds, "Use delivery or ops.").optional(),
    cursor: Cursor,
    limit: Limit,
  }),
  answers: { 200: { description: "A part of the teams", schema: partOf(TeamListItem, "TeamList") } },
});

export const findTeamCall = defineCall({
  id: "findTeam",
  method: "GET",
  path: "/teams/{slug}",
  tag: "Teams",
  summary: "One team",
  description: "A former address answers with the team as it is now.",
  params,
  answers: { 200: team },
});

export const putTeamCall = defineCall({
  id: "putTeam",
  method: "PUT",
  path: "/teams/{slug}",
  tag: "Teams",
  summary: "Create a team, or make it what the body says",
  description:
    "A field left out keeps its value; `members` replaces everybody who is in the team. A retired team comes back. Fields that only an answer has are passed over.",
  params,
  body: PutTeamInput,
  ignores: Object.keys(readOnly),
  example,
  answers: { 200: team, 201: { ...team, description: "The team, created" } },
  problems: [409],
});

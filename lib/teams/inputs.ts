import { z } from "zod";
import { Name, OptionalSlug, OptionalText, PersonAddress, Slug, TimeZone } from "#lib/fields";
import { Hours } from "#lib/rotations/inputs";

export const teamKinds = ["delivery", "ops"] as const;
export type TeamKind = (typeof teamKinds)[number];
export const memberRoles = ["member", "lead"] as const;
export type MemberRole = (typeof memberRoles)[number];

const Kind = z.enum(teamKinds, "Choose delivery or ops.");
const Role = z.enum(memberRoles, "Choose member or lead.");
const Manager = z.union([z.literal("").transform(() => null), PersonAddress, z.null()], "Write an e-mail address.");

/** When a team works: `from` to `to` in `timeZone` on each of `weekdays`; `to` at or before `from` is the next day. */
export const WorkingHours = Hours.extend({ timeZone: TimeZone });
export type WorkingHours = z.output<typeof WorkingHours>;

/** What can be said of a team besides its name, its manager and who is in it. */
export const TeamFacts = z
  .object({
    description: OptionalText(4_000),
    kind: Kind,
    chat: OptionalText(300),
    parent: OptionalSlug,
    workingHours: z.union([z.literal("").transform(() => null), WorkingHours, z.null()]),
  })
  .partial();
export type TeamFacts = z.output<typeof TeamFacts>;

export const CreateTeamInput = TeamFacts.extend({
  name: Name,
  slug: z.union([z.literal("").transform(() => undefined), Slug]).optional(),
  kind: Kind,
  manager: Manager.optional(),
});
export type CreateTeamInput = z.output<typeof CreateTeamInput>;

export const EditTeamInput = TeamFacts.extend({ team: Slug });
export type EditTeamInput = z.output<typeof EditTeamInput>;

export const RenameTeamInput = z.object({ team: Slug, name: Name, slug: Slug });
export type RenameTeamInput = z.output<typeof RenameTeamInput>;

export const SetManagerInput = z.object({ team: Slug, manager: Manager });
export type SetManagerInput = z.output<typeof SetManagerInput>;

export const MemberInput = z.object({ team: Slug, person: PersonAddress, role: Role.default("member") });
export type MemberInput = z.output<typeof MemberInput>;

export const OneMember = z.object({ team: Slug, person: PersonAddress });
export type OneMember = z.output<typeof OneMember>;

export const OneTeam = z.object({ team: Slug });
export type OneTeam = z.output<typeof OneTeam>;

export const MemberWish = z.object({ email: PersonAddress, role: Role.default("member") });
export type MemberWish = z.output<typeof MemberWish>;

/** The body of `PUT /teams/{slug}`: a field left out keeps its value, `members` replaces who is in the team. */
export const PutTeamInput = TeamFacts.extend({
  name: Name,
  kind: Kind,
  manager: Manager.optional(),
  members: z.array(MemberWish).max(2_000, "Name at most 2,000 members.").optional(),
});
export type PutTeamInput = z.output<typeof PutTeamInput>;

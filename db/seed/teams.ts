import { formerAddresses, memberships, teams } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, changesOf, fixtures, longAgo, named, record } from "#db/seed/history";
import { slugOf, teamName, uniqueName } from "#db/seed/names";
import { namedPerson, type Person } from "#db/seed/people";

export type Membership = Row<typeof memberships>;
/** A team with the spans of those who are in it now, by person, and whether one of its rotations is its default. */
export type Team = Row<typeof teams> & { members: Map<string, Membership>; hasDefaultRotation: boolean };

type By = { by?: Actor };
type TeamRow = Omit<Row<typeof teams>, "createdAt" | "parentId" | "managerId">;
type TeamFacts = Partial<TeamRow> &
  By & {
    parent?: Team | null;
    manager?: Person | null;
    lead?: Person;
    members?: readonly Person[];
  };

export function draftTeam(draft: Draft, { by = fixtures, ...facts }: TeamFacts = {}, at = longAgo): Team {
  const { parent, manager, lead, members = [], ...columns } = facts;
  const name = facts.name ?? uniqueName(teamName);
  const row = {
    id: crypto.randomUUID(),
    slug: slugOf(name),
    name,
    description: null,
    kind: "delivery" as const,
    chat: null,
    workingHours: null,
    retiredAt: null,
    ...columns,
    parentId: parent?.id ?? null,
    managerId: manager?.id ?? null,
    createdAt: at,
  };
  draft.add(teams, row);
  const team: Team = Object.assign(row, { members: new Map<string, Membership>(), hasDefaultRotation: false });
  record(draft, at, by, [team.id], { kind: "team.created", team: named(team) });
  if (lead) joinTeam(draft, team, { person: lead, role: "lead", by }, at);
  for (const person of members) joinTeam(draft, team, { person, by }, at);
  return team;
}

type Joining = By & { person: Person; role?: "member" | "lead" };

export function joinTeam(
  draft: Draft,
  team: Team,
  { person, role = "member", by = fixtures }: Joining,
  at = longAgo,
): Membership {
  const membership = beginMembership(draft, team, person, role, at);
  const detail = { kind: "team.member-joined", team: named(team), member: namedPerson(person), role } as const;
  record(draft, at, by, [team.id, person.id], detail);
  return membership;
}

export function changeRole(
  draft: Draft,
  team: Team,
  { person, role = "member", by = fixtures }: Joining,
  at = longAgo,
): void {
  endMembership(draft, team, person, at);
  beginMembership(draft, team, person, role, at);
  const detail = { kind: "team.role-changed", team: named(team), member: namedPerson(person), role } as const;
  record(draft, at, by, [team.id, person.id], detail);
}

export function leaveTeam(
  draft: Draft,
  team: Team,
  { person, by = fixtures }: By & { person: Person },
  at = longAgo,
): void {
  endMembership(draft, team, person, at);
  record(draft, at, by, [team.id, person.id], {
    kind: "team.member-left",
    team: named(team),
    member: namedPerson(person),
  });
}

function beginMembership(
  draft: Draft,
  team: Team,
  person: Person,
  role: "member" | "lead",
  at: Temporal.Instant,
): Membership {
  const span = { id: crypto.randomUUID(), teamId: team.id, personId: person.id, role, startsAt: at, endsAt: null };
  draft.add(memberships, span);
  team.members.set(person.id, span);
  return span;
}

function endMembership(draft: Draft, team: Team, person: Person, at: Temporal.Instant): void {
  const span = team.members.get(person.id);
  if (!span) throw new Error(`${person.name} is not in ${team.name}.`);
  draft.change(memberships, span, { endsAt: at });
  team.members.delete(person.id);
}

type Managing = By & { from?: Person | null; to: Person | null };

/** `from` is the manager before, as the history names them. */
export function changeManager(
  draft: Draft,
  team: Team,
  { from = null, to, by = fixtures }: Managing,
  at = longAgo,
): void {
  draft.change(teams, team, { managerId: to?.id ?? null });
  const detail = { from: from && namedPerson(from), to: to && namedPerson(to) };
  record(draft, at, by, [team.id, from?.id, to?.id], { kind: "team.manager-changed", team: named(team), ...detail });
}

export function editTeam(
  draft: Draft,
  team: Team,
  { by = fixtures, ...patch }: Partial<TeamRow> & By,
  at = longAgo,
): void {
  const changes = changesOf<Partial<TeamRow>>(team, patch);
  draft.change(teams, team, patch);
  record(draft, at, by, [team.id], { kind: "team.edited", team: named(team), changes });
}

type Renaming = By & { name: string; slug?: string };

/** The address before keeps leading to the team. */
export function renameTeam(
  draft: Draft,
  team: Team,
  { name, slug = slugOf(name), by = fixtures }: Renaming,
  at = longAgo,
): void {
  const before = named(team);
  draft.change(teams, team, { name, slug });
  if (slug !== before.slug)
    draft.add(formerAddresses, { noun: "team", address: before.slug, thing: team.id, leftAt: at });
  record(draft, at, by, [team.id], { kind: "team.renamed", team: { slug, name }, before });
}

export function retireTeam(draft: Draft, team: Team, { by = fixtures }: By = {}, at = longAgo): void {
  draft.change(teams, team, { retiredAt: at });
  record(draft, at, by, [team.id], { kind: "team.retired", team: named(team) });
}

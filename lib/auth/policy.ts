import { Forbidden } from "#lib/errors";

export type TokenScope = "read" | "write" | "intake" | "admin";

/** Who is asking. Team ids are of current memberships; `managedTeamIds` are the teams this person manages, those beneath included. */
export type Viewer = {
  /** `system` is a command run by whoever holds the database; `service-token` acts for no person. */
  kind: "person" | "service-token" | "system";
  /** Null unless `kind` is `person`. */
  personId: string | null;
  email: string | null;
  /** How events name this viewer. */
  name: string;
  timeZone: string;
  isAdministrator: boolean;
  memberships: readonly { teamId: string; role: "member" | "lead" }[];
  managedTeamIds: readonly string[];
  /** What the credential is good for; a browser session is good for everything its person may do. */
  scope: TokenScope | "session";
};

/** What a decision depends on: the teams whose members count, and the person whom it concerns. */
export type Resource = { teamIds?: readonly (string | null)[]; personId?: string | null };

/** Why somebody may: being signed in, of one of the resource's teams, its lead or manager, the person concerned, or an administrator. */
type Relation = "signed-in" | "member" | "lead" | "manager" | "self" | "administrator";

type Rule = {
  who: readonly Relation[];
  /** The least scope of a token; `session` means no token at all. */
  scope: TokenScope | "session";
  /** A service token of that scope may. Without it only people may, because it is something that a person does. */
  serviceToken: boolean;
  /** Completes "Only … ." */
  says: string;
};

const everybody = {
  who: ["signed-in"],
  scope: "read",
  serviceToken: true,
  says: "people who are signed in can see this",
} as const;
const ownThing = {
  who: ["signed-in"],
  scope: "write",
  serviceToken: false,
  says: "people who are signed in can do this",
} as const;
const membersAct = {
  who: ["member", "administrator"],
  scope: "write",
  serviceToken: true,
  says: "members of the service's delivery or ops team can do this",
} as const;
const leadsAct = {
  who: ["lead", "administrator"],
  scope: "write",
  serviceToken: true,
  says: "the team's leads can do this",
} as const;
const administratorsAct = {
  who: ["administrator"],
  scope: "admin",
  serviceToken: true,
  says: "administrators can do this",
} as const;

const rules = {
  "catalog:read": everybody,
  "service:create": { ...membersAct, says: "members of the team that will own the service can create it" },
  "service:edit": membersAct,
  "service:adopt": { ...membersAct, says: "members of the receiving team can adopt a service that nobody owns" },
  "service:transfer": { ...leadsAct, says: "leads of the team that owns the service can give it to another team" },
  "service:retire": { ...leadsAct, says: "leads of the team that owns the service can retire it or bring it back" },
  "service:star": ownThing,
  "expert:withdraw": {
    ...ownThing,
    who: ["self", "member", "administrator"],
    says: "the expert and members of the service's teams can do this",
  },
  "team:create": administratorsAct,
  "team:edit": { ...leadsAct, scope: "admin" },
  "team:retire": administratorsAct,
  "person:create": administratorsAct,
  "person:edit": {
    who: ["self", "administrator"],
    scope: "admin",
    serviceToken: true,
    says: "this person and administrators can do this",
  },
  "person:administer": administratorsAct,
  "person:sign-out": {
    who: ["self", "administrator"],
    scope: "session",
    serviceToken: false,
    says: "this person and administrators can do this",
  },
  "token:own": {
    who: ["self"],
    scope: "session",
    serviceToken: false,
    says: "the person it belongs to can do this, in the browser",
  },
  "token:administer": {
    who: ["administrator"],
    scope: "session",
    serviceToken: false,
    says: "administrators can do this, in the browser",
  },
  "rotation:create": leadsAct,
  "rotation:edit": leadsAct,
  "rotation:take": {
    ...ownThing,
    who: ["member", "administrator"],
    says: "members of the rotation's team can take its watch",
  },
  "rotation:hand-over": {
    ...leadsAct,
    who: ["lead", "manager", "administrator"],
    says: "the team's leads and managers can do this for somebody else",
  },
  "cover:ask": { ...ownThing, says: "people who are signed in can ask for cover" },
  "watch:own": {
    ...ownThing,
    who: ["self", "lead", "manager", "administrator"],
    says: "the person on this watch and the team's leads and managers can do this",
  },
  "rotation:reasons": {
    who: ["self", "member", "manager"],
    scope: "read",
    serviceToken: false,
    says: "this person, the team and its manager can see this",
  },
  "reason:erase": { ...ownThing, who: ["self"], says: "the person whose reason it is can erase it" },
  "shadow:stand": {
    ...ownThing,
    who: ["self", "lead", "manager", "administrator"],
    says: "this person and the team's leads can do this",
  },
  "readiness:mark": { ...ownThing, who: ["self"], says: "the person themselves can say this" },
  "load:read": {
    who: ["member", "manager"],
    scope: "read",
    serviceToken: false,
    says: "the rotation's team and its manager can see this",
  },
  "absence:read": {
    who: ["self", "member", "manager"],
    scope: "read",
    serviceToken: false,
    says: "this person, their teams and their managers can see this",
  },
  "absence:edit": {
    ...ownThing,
    who: ["self", "lead", "administrator"],
    says: "this person and their teams' leads can do this",
  },
  "calendar:own": { ...ownThing, who: ["self"], scope: "session", says: "the person it belongs to can do this" },
  "escalation:edit": { ...leadsAct, says: "leads of the service's delivery or ops team can do this" },
  "document:edit": membersAct,
  "document:review": {
    ...ownThing,
    who: ["self", "member"],
    says: "experts of the service and members of its teams can confirm a document",
  },
  "document:suggest": ownThing,
  "document:follow": ownThing,
  "suggestion:withdraw": { ...ownThing, who: ["self"], says: "the person who suggested it can withdraw it" },
  "step:mark": ownThing,
  "step:unmark": { ...ownThing, who: ["self"], says: "the person who marked the step can take that back" },
  "signature:edit": membersAct,
  "alert-rule:edit": membersAct,
  "alert:raise": { ...everybody, scope: "intake", says: "people who are signed in and senders can do this" },
  "alert:handle": {
    ...ownThing,
    who: ["self", "member", "administrator"],
    says: "members of the service's delivery or ops team and people who were paged for it can do this",
  },
  "alert:resolve": {
    ...membersAct,
    who: ["self", "member", "administrator"],
    says: "members of the service's delivery or ops team and people who were paged for it can do this",
  },
  "alert:page-ops": { ...everybody, scope: "write", says: "people who are signed in can do this" },
  "alert:bring-in": { ...ownThing, says: "people who are signed in can do this" },
  "alert:review": ownThing,
  "change:record": { ...everybody, scope: "intake", says: "people who are signed in and senders can do this" },
  "intake-key:edit": membersAct,
  "intake-name:edit": administratorsAct,
  "maintenance:edit": membersAct,
  "heartbeat:edit": membersAct,
  "heartbeat:beat": { ...everybody, scope: "intake", says: "people who are signed in and senders can do this" },
  "contact-method:own": { ...ownThing, who: ["self"], scope: "session", says: "the person it belongs to can do this" },
  "criterion:edit": administratorsAct,
  "criterion:link": {
    ...ownThing,
    who: ["self", "manager"],
    says: "this person and their managers can do this",
  },
  "drill:plan": {
    ...ownThing,
    who: ["member", "administrator"],
    says: "members of the service's delivery or ops team can do this",
  },
  "drill:learn": {
    ...ownThing,
    who: ["self", "member", "administrator"],
    says: "members of the service's teams and people who play the drill can do this",
  },
  "drill:answer": { ...ownThing, who: ["self"], says: "the person who was asked can answer" },
  "record:read": {
    who: ["self", "manager"],
    scope: "read",
    serviceToken: false,
    says: "this person, their managers and those whom they share it with can see this",
  },
  "record:own": { ...ownThing, who: ["self"], says: "the person whose record it is can do this" },
  "coverage:read": everybody,
  "coverage:people": {
    who: ["manager"],
    scope: "read",
    serviceToken: false,
    says: "managers of the team can see this",
  },
  "coverage:measure": membersAct,
  "coverage:edit": administratorsAct,
  "import:run": administratorsAct,
  "installation:edit": administratorsAct,
  "administration:read": administratorsAct,
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;
export const actions = Object.keys(rules) as Action[];

const scopeRank = { intake: 0, read: 1, write: 2, admin: 3, session: 4 } as const;

/** Whether `viewer` may do `action` with `resource`. The same answer decides whether a button is shown. */
export function can(viewer: Viewer, action: Action, resource: Resource = {}): boolean {
  const rule: Rule = rules[action];
  if (viewer.kind === "system") return true;
  if (scopeRank[viewer.scope] < scopeRank[rule.scope]) return false;
  // What a sender does changes something, which a token for reading never may.
  if (rule.scope === "intake" && viewer.scope === "read") return false;
  if (viewer.kind === "service-token") return rule.serviceToken;
  return rule.who.some((relation) => stands(viewer, relation, resource));
}

/** Throws `Forbidden`, saying who may, unless `viewer` may do `action` with `resource`. */
export function authorize(viewer: Viewer, action: Action, resource: Resource = {}): void {
  if (!can(viewer, action, resource)) throw new Forbidden(`Only ${rules[action].says}.`);
}

function stands(viewer: Viewer, relation: Relation, resource: Resource): boolean {
  const teams = resource.teamIds ?? [];
  switch (relation) {
    case "signed-in":
      return true;
    case "member":
      return viewer.memberships.some((membership) => teams.includes(membership.teamId));
    case "lead":
      return viewer.memberships.some((membership) => membership.role === "lead" && teams.includes(membership.teamId));
    case "manager":
      return teams.some((team) => team !== null && viewer.managedTeamIds.includes(team));
    case "self":
      return viewer.personId !== null && viewer.personId === resource.personId;
    case "administrator":
      return viewer.isAdministrator;
  }
}

/** The viewer behind commands that are run beside the database, such as `npm run import`. */
export const systemViewer = (name: string): Viewer => ({
  kind: "system",
  personId: null,
  email: null,
  name,
  timeZone: "UTC",
  isAdministrator: false,
  memberships: [],
  managedTeamIds: [],
  scope: "session",
});

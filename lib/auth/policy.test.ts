import { describe, expect, test } from "vitest";
import { type Action, actions, authorize, can, systemViewer, type TokenScope, type Viewer } from "#lib/auth/policy";
import { Forbidden } from "#lib/errors";

const ours = "team-ours";
const theirs = "team-theirs";
const self = "person-self";
const thing = { teamIds: [ours, null], personId: self };

function person(facts: Partial<Viewer>): Viewer {
  return {
    kind: "person",
    personId: "person-other",
    email: "other@example.com",
    name: "Somebody",
    timeZone: "UTC",
    isAdministrator: false,
    memberships: [],
    managedTeamIds: [],
    scope: "session",
    ...facts,
  };
}

/** People in a browser, by what they are to the thing in question; then an administrator's tokens, then service tokens. */
const viewers = {
  stranger: person({ memberships: [{ teamId: theirs, role: "lead" }] }),
  member: person({ memberships: [{ teamId: ours, role: "member" }] }),
  lead: person({ memberships: [{ teamId: ours, role: "lead" }] }),
  manager: person({ managedTeamIds: [ours] }),
  self: person({ personId: self }),
  administrator: person({ isAdministrator: true }),
  "own intake token": token("intake"),
  "own read token": token("read"),
  "own write token": token("write"),
  "own admin token": token("admin"),
  "service intake token": service("intake"),
  "service read token": service("read"),
  "service write token": service("write"),
  "service admin token": service("admin"),
  system: systemViewer("Command line"),
} satisfies Record<string, Viewer>;

/** An own token of somebody who could do everything: only the token's scope limits it. */
function token(scope: TokenScope): Viewer {
  return person({ personId: self, isAdministrator: true, memberships: [{ teamId: ours, role: "lead" }], scope });
}

function service(scope: TokenScope): Viewer {
  return person({ kind: "service-token", personId: null, email: null, scope });
}

type Who = keyof typeof viewers;

const people: Who[] = ["stranger", "member", "lead", "manager", "self", "administrator"];
const ownRead: Who[] = ["own read token", "own write token", "own admin token"];
const ownWrite: Who[] = ["own write token", "own admin token"];
const serviceRead: Who[] = ["service read token", "service write token", "service admin token"];
const serviceWrite: Who[] = ["service write token", "service admin token"];

const everybody = [...people, ...ownRead, ...serviceRead];
const senders: Who[] = [...people, ...ownWrite, ...serviceWrite, "own intake token", "service intake token"];
const members: Who[] = ["member", "lead", "administrator", ...ownWrite, ...serviceWrite];
const leads: Who[] = ["lead", "administrator", ...ownWrite, ...serviceWrite];
const administrators: Who[] = ["administrator", "own admin token", "service admin token"];

/** Who may do what, spelled out: everybody who is not named may not. The system may do everything. */
const table: Record<Action, Who[]> = {
  "catalog:read": everybody,
  "service:create": members,
  "service:edit": members,
  "service:adopt": members,
  "service:transfer": leads,
  "service:retire": leads,
  "service:star": [...people, ...ownWrite],
  "expert:withdraw": ["member", "lead", "self", "administrator", ...ownWrite],
  "team:create": administrators,
  "team:edit": ["lead", "administrator", "own admin token", "service admin token"],
  "team:retire": administrators,
  "person:create": administrators,
  "person:edit": ["self", "administrator", "own admin token", "service admin token"],
  "person:administer": administrators,
  "person:sign-out": ["self", "administrator"],
  "token:own": ["self"],
  "token:administer": ["administrator"],
  "rotation:create": leads,
  "rotation:edit": leads,
  "rotation:take": ["member", "lead", "administrator", ...ownWrite],
  "rotation:hand-over": ["lead", "manager", "administrator", ...ownWrite, ...serviceWrite],
  "rotation:reasons": ["member", "lead", "manager", "self", ...ownRead],
  "cover:ask": [...people, ...ownWrite],
  "watch:own": ["lead", "manager", "self", "administrator", ...ownWrite],
  "reason:erase": ["self", ...ownWrite],
  "shadow:stand": ["lead", "manager", "self", "administrator", ...ownWrite],
  "readiness:mark": ["self", ...ownWrite],
  "load:read": ["member", "lead", "manager", ...ownRead],
  "absence:read": ["member", "lead", "manager", "self", ...ownRead],
  "absence:edit": ["lead", "self", "administrator", ...ownWrite],
  "calendar:own": ["self"],
  "escalation:edit": leads,
  "document:edit": members,
  "document:review": ["member", "lead", "self", ...ownWrite],
  "document:suggest": [...people, ...ownWrite],
  "document:follow": [...people, ...ownWrite],
  "suggestion:withdraw": ["self", ...ownWrite],
  "step:mark": [...people, ...ownWrite],
  "step:unmark": ["self", ...ownWrite],
  "signature:edit": members,
  "alert-rule:edit": members,
  "alert:raise": senders,
  "alert:handle": ["member", "lead", "self", "administrator", ...ownWrite],
  "alert:resolve": [...members, "self"],
  "alert:page-ops": [...people, ...ownWrite, ...serviceWrite],
  "alert:bring-in": [...people, ...ownWrite],
  "alert:review": [...people, ...ownWrite],
  "change:record": senders,
  "intake-key:edit": members,
  "intake-name:edit": administrators,
  "maintenance:edit": members,
  "heartbeat:edit": members,
  "heartbeat:beat": senders,
  "contact-method:own": ["self"],
  "record:read": ["manager", "self", ...ownRead],
  "record:own": ["self", ...ownWrite],
  "coverage:read": everybody,
  "coverage:people": ["manager"],
  "coverage:measure": members,
  "coverage:edit": administrators,
  "import:run": administrators,
  "criterion:edit": administrators,
  "criterion:link": ["manager", "self", ...ownWrite],
  "drill:plan": ["member", "lead", "administrator", ...ownWrite],
  "drill:learn": ["member", "lead", "self", "administrator", ...ownWrite],
  "drill:answer": ["self", ...ownWrite],
  "installation:edit": administrators,
  "administration:read": administrators,
};

describe.each(actions)("%s", (action) => {
  test.each(Object.keys(viewers) as Who[])("is allowed to exactly those whom the table names: %s", (who) => {
    const isAllowed = who === "system" || table[action].includes(who);
    expect(can(viewers[who], action, thing)).toBe(isAllowed);
  });
});

test("the table has a row for every action and no other", () => {
  expect(Object.keys(table).sort()).toEqual([...actions].sort());
});

test("nobody is a member of a thing that has no team", () => {
  expect(can(viewers.lead, "service:edit", { teamIds: [null] })).toBe(false);
  expect(can(viewers.lead, "service:edit")).toBe(false);
});

test("somebody without a person id is never the person concerned, not even of a thing that concerns nobody", () => {
  expect(can(person({ personId: null }), "token:own", { personId: null })).toBe(false);
});

test("a refusal says who may, and is one that a person may be told about", () => {
  expect(() => authorize(viewers.stranger, "team:create")).toThrow(new Forbidden("Only administrators can do this."));
});

import { db } from "#db/client";
import {
  createDependency,
  createPerson,
  createRotation,
  createService,
  createTeam,
  declareExpert,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer, serviceViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";

/** Everybody of the roles table, around one service with a delivery and an ops team. */
export const roles = [
  "stranger",
  "member",
  "lead",
  "opsMember",
  "manager",
  "administrator",
  "readToken",
  "intakeToken",
  "writeToken",
  "adminToken",
  "memberReadToken",
  "memberWriteToken",
] as const;
export type Role = (typeof roles)[number];

export type World = Awaited<ReturnType<typeof newWorld>>;

export async function newWorld() {
  const { service, delivery, ops } = await given.ownedService();
  const { service: unowned } = { service: await createService(db(), { opsTeam: ops.team }) };
  const retired = await createService(db(), { team: delivery.team });
  const needed = await createService(db());
  await createDependency(db(), service, { on: needed });
  const expert = await createPerson(db());
  await declareExpert(db(), service, { person: expert });
  const [stranger, administrator, newcomer] = [
    await given.stranger(),
    await given.administrator(),
    await createPerson(db()),
  ];
  const otherTeam = await createTeam(db());
  const rotation = await createRotation(db(), { team: delivery.team });
  return {
    service,
    delivery,
    ops,
    unowned,
    retired,
    needed,
    expert,
    stranger,
    administrator,
    newcomer,
    otherTeam,
    rotation,
  };
}

export async function viewerFor(world: World, role: Role): Promise<Viewer> {
  const person = {
    stranger: world.stranger,
    member: world.delivery.member,
    lead: world.delivery.lead,
    opsMember: world.ops.member,
    manager: world.delivery.manager,
    administrator: world.administrator,
    memberReadToken: world.delivery.member,
    memberWriteToken: world.delivery.member,
  }[role as string];
  if (!person)
    return serviceViewer("A service token", role.replace("Token", "") as "read" | "write" | "intake" | "admin");
  const viewer = await findPersonViewer(person.id, now(), now());
  if (!viewer) throw new Error(`${role} is not there.`);
  if (role === "memberReadToken") return { ...viewer, scope: "read" };
  if (role === "memberWriteToken") return { ...viewer, scope: "write" };
  return viewer;
}

/** Who may run a command, and a run that fails for nobody else's reason. */
export type Row = { may: readonly Role[]; run: (viewer: Viewer, world: World) => Promise<unknown> };
/** Rows by the file and name of their command: `services/commands.createService`. */
export type Rows = Record<string, Row>;

export const writers = ["administrator", "writeToken", "adminToken"] as const;
export const insiders = ["member", "lead", "opsMember", "memberWriteToken", ...writers] as const;
export const leads = ["lead", ...writers] as const;
export const takers = ["member", "lead", "administrator", "memberWriteToken"] as const;
/** Who acts for a member on watch: the member, the team's lead and manager. */
export const watchful = ["member", "lead", "manager", "administrator", "memberWriteToken"] as const;
export const administrators = ["administrator", "adminToken"] as const;
export const teamLeads = ["lead", ...administrators] as const;
/** What a person does, whoever it is: with a session or a token of their own that may write. */
export const everyPerson = [
  "stranger",
  "member",
  "lead",
  "opsMember",
  "manager",
  "administrator",
  "memberWriteToken",
] as const;

/** Sets the scene where a row needs more than its world has. */
export const outsider = serviceViewer("Setting the scene", "admin");
let counted = 0;
export const unique = () => `made-here-${++counted}`;
const started = now().round({ smallestUnit: "second", roundingMode: "floor" });
export const hours = (from: number, to: number) => ({
  from: started.add({ hours: from }),
  to: started.add({ hours: to }),
});
/** The expert stands it alone, so that nobody's role decides who is on watch. */
export const newWatch = ({ delivery, expert }: World) =>
  createRotation(db(), { team: delivery.team, layers: [{ participants: [expert] }] });

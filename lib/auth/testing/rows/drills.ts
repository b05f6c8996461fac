import { db } from "#db/client";
import { drillPeople, drills } from "#db/schema";
import type { Person } from "#db/seed/people";
import * as commands from "#lib/alerts/drills/commands";
import * as raising from "#lib/alerts/drills/raise-commands";
import type { Rows, World } from "#lib/auth/testing/roles";
import { now } from "#lib/clock";

/** People of the service's teams; drills are nothing that a program plans. */
const planners = ["member", "lead", "opsMember", "administrator", "memberWriteToken"] as const;

/** A drill that somebody else planned and that its member agreed to play. */
async function planned({ service, delivery: { member, lead } }: World, answered = true): Promise<{ drill: string }> {
  const [made] = await db()
    .insert(drills)
    .values({ serviceId: service.id, scenario: "The cache is gone.", plannedById: lead.id, plannedAt: now() })
    .returning({ id: drills.id });
  const drill = made?.id ?? "";
  await ask(drill, member, answered);
  return { drill };
}

const ask = (drillId: string, { id: personId }: Person, answered: boolean) =>
  db()
    .insert(drillPeople)
    .values({ drillId, personId, askedAt: now(), agreedAt: answered ? now() : null });

async function raised(world: World): Promise<{ drill: string }> {
  const one = await planned(world);
  const { member } = world.delivery;
  const viewer = { kind: "person", personId: member.id, email: member.email, name: member.name } as const;
  const rights = {
    timeZone: "UTC",
    isAdministrator: true,
    memberships: [],
    managedTeamIds: [],
    scope: "session",
  } as const;
  await raising.raiseDrill({ ...viewer, ...rights }, one);
  return one;
}

export const drillsRows: Rows = {
  "alerts/drills/commands.planDrill": {
    may: planners,
    run: (viewer, { service, delivery }) =>
      commands.planDrill(viewer, {
        ...{ service: service.slug, scenario: "The cache is gone." },
        people: [delivery.member.email as string],
      }),
  },
  "alerts/drills/commands.answerDrill": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, world) => commands.answerDrill(viewer, { ...(await planned(world, false)), answer: "agree" }),
  },
  "alerts/drills/commands.callOffDrill": {
    may: planners,
    run: async (viewer, world) => commands.callOffDrill(viewer, await planned(world)),
  },
  "alerts/drills/commands.learnFromDrill": {
    may: planners,
    run: async (viewer, world) =>
      commands.learnFromDrill(viewer, { ...(await raised(world)), learnt: "Mend the link.", seen: null }),
  },
  "alerts/drills/raise-commands.raiseDrill": {
    may: planners,
    run: async (viewer, world) => raising.raiseDrill(viewer, await planned(world)),
  },
  "alerts/drills/raise-commands.endDrill": {
    may: planners,
    run: async (viewer, world) => raising.endDrill(viewer, await raised(world)),
  },
};

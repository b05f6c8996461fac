import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import type { Service } from "#db/seed/services";
import type { Team } from "#db/seed/teams";
import { createDependency, createPerson, createService, createTeam } from "#db/testing/factories";

type ServiceFacts = Parameters<typeof createService>[1];

/** Situations that tests begin in, written to the open database. */
export const given = {
  /** Somebody who is signed in and nothing more: of no team, nobody's manager. */
  stranger: () => createPerson(db()),

  administrator: () => createPerson(db(), { isAdministrator: true }),

  /** A delivery team with a lead, a member and a manager who is in no team. */
  async team(facts: Parameters<typeof createTeam>[1] = {}): Promise<TeamWithPeople> {
    const [lead, member, manager] = [await createPerson(db()), await createPerson(db()), await createPerson(db())];
    return { team: await createTeam(db(), { lead, members: [member], manager, ...facts }), lead, member, manager };
  },

  opsTeam: () => given.team({ kind: "ops" }),

  serviceOwnedBy: (team: Team, facts: ServiceFacts = {}): Promise<Service> => createService(db(), { team, ...facts }),

  /** A service with everything a reader may ask for: both its teams, and somebody in every seat of them. */
  async ownedService(facts: ServiceFacts = {}): Promise<OwnedService> {
    const [delivery, ops] = [await given.team(), await given.opsTeam()];
    const service = await createService(db(), { team: delivery.team, opsTeam: ops.team, ...facts });
    return { service, delivery, ops };
  },

  /** Services of which each needs the next, hard. */
  async chain(length: number, facts: ServiceFacts = {}): Promise<Service[]> {
    const services: Service[] = [];
    for (let made = 0; made < length; made += 1) services.push(await createService(db(), facts));
    for (const [index, service] of services.entries()) {
      const next = services[index + 1];
      if (next) await createDependency(db(), service, { on: next });
    }
    return services;
  },
};

type TeamWithPeople = { team: Team; lead: Person; member: Person; manager: Person };
type OwnedService = { service: Service; delivery: TeamWithPeople; ops: TeamWithPeople };

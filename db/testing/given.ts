import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";
import type { Service } from "#db/seed/services";
import type { Team } from "#db/seed/teams";
import {
  createDependency,
  createEscalation,
  createPerson,
  createRotation,
  createService,
  createTeam,
} from "#db/testing/factories";

type ServiceFacts = Parameters<typeof createService>[1];
type RotationFacts = Omit<NonNullable<Parameters<typeof createRotation>[1]>, "team"> & { kind?: "delivery" | "ops" };

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

  /**
   * A team with a lead, two members and a manager, and a weekly rotation of the lead, `member` and `other`, in this
   * order, with handoffs on Mondays at 09:00 in Lisbon since 6 January 2025.
   */
  async rotation({ kind = "delivery", ...facts }: RotationFacts = {}): Promise<RotationWithPeople> {
    const [lead, member, other] = [await createPerson(db()), await createPerson(db()), await createPerson(db())];
    const manager = await createPerson(db());
    const team = await createTeam(db(), { kind, lead, members: [member, other], manager });
    return { rotation: await createRotation(db(), { team, ...facts }), team, lead, member, other, manager };
  },

  /** A service with both its teams, a rotation of each, and an escalation path that leads through them. */
  async serviceOnWatch(facts: ServiceFacts = {}): Promise<ServiceOnWatch> {
    const [delivery, ops] = [await given.rotation(), await given.rotation({ kind: "ops" })];
    const service = await createService(db(), { team: delivery.team, opsTeam: ops.team, ...facts });
    await createEscalation(db(), service, { delivery: delivery.rotation, ops: ops.rotation });
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
type RotationWithPeople = TeamWithPeople & { rotation: Rotation; other: Person };
type ServiceOnWatch = { service: Service; delivery: RotationWithPeople; ops: RotationWithPeople };

import type { Check } from "#lib/coverage/checks";
import type { OwnerFact, ServiceFact, TeamFact } from "#lib/coverage/facts";
import { foundOf } from "#lib/coverage/judging/found";
import { counted, doing } from "#lib/coverage/words";
import { listed } from "#lib/teams/words";

export function deliveryTeam(team: TeamFact | null): Check {
  const { met, notMet } = foundOf("delivery-team");
  if (!team) return notMet("Nobody delivers it.");
  if (!team.isLiving) return notMet(`${team.name} delivers it, and is retired.`, team.since);
  const able = team.members.filter(({ canSignIn }) => canSignIn);
  if (team.members.length === 0) return notMet(`${team.name} delivers it, and has no active member.`, team.since);
  if (able.length === 0)
    return notMet(`${team.name} delivers it, and nobody in it can sign in: none has an e-mail address.`, team.since);
  return met(
    `${team.name} delivers it, with ${counted(able.length, "active member")}.`,
    team.since,
    ...able.map(({ since }) => since),
  );
}

export function lead(team: TeamFact | null): Check {
  const { met, notMet, notMeasured } = foundOf("lead");
  if (!team) return notMeasured("Nobody delivers it, so that there is no team to be led.");
  const leads = team.members.filter(({ isLead }) => isLead);
  if (leads.length === 0) return notMet(`${team.name} has no lead.`, team.since);
  return met(`${doing(leads, "leads", "lead")} ${team.name}.`, ...leads.map(({ since }) => since));
}

export function manager(team: TeamFact | null): Check {
  const { met, notMet, notMeasured } = foundOf("manager");
  if (!team) return notMeasured("Nobody delivers it, so that there is no team to be managed.");
  return team.manager ? met(`${team.manager.name} manages ${team.name}.`) : notMet(`${team.name} has no manager.`);
}

export function facts({ tier, lifecycle, customerFacing, changedAt }: ServiceFact): Check {
  const { met, notMet } = foundOf("facts");
  const missing = [
    ...(tier === null ? [{ name: "its tier" }] : []),
    ...(customerFacing === null ? [{ name: "whether customers see it" }] : []),
  ];
  if (missing.length > 0) return notMet(`Nobody has stated ${listed(missing)}.`);
  const seen = customerFacing ? "customers see it" : "customers do not see it";
  return met(`Tier ${tier}, ${lifecycle}; ${seen}.`, changedAt);
}

export function opsTeam(team: OwnerFact | null): Check {
  const { met, notMet } = foundOf("ops-team");
  if (!team) return notMet("No ops team is named.");
  return team.isLiving
    ? met(`${team.name} has its back.`, team.since)
    : notMet(`${team.name} is named, and is retired.`, team.since);
}

export function ownerExists({ ownerReference }: ServiceFact, team: TeamFact | null): Check {
  const { met, notMet, notMeasured } = foundOf("owner-exists");
  if (team) return met(`${team.name} is here.`, team.since);
  return ownerReference === null
    ? notMeasured("Nothing names an owner.")
    : notMet(`Its descriptor names ${ownerReference}, which is not here.`);
}

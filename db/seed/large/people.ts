import type { Draft } from "#db/seed/draft";
import { longAgo } from "#db/seed/history";
import type { Luck } from "#db/seed/large";
import { personName, pick, slugOf, teamName } from "#db/seed/names";
import { draftPerson, type Person } from "#db/seed/people";
import { draftTeam, joinTeam, leaveTeam, type Team } from "#db/seed/teams";

/** A team and whoever is in it. */
export type Crew = { team: Team; people: Person[] };
export type Crews = { delivery: Crew[]; ops: Crew[] };

const zones = ["Europe/Lisbon", "America/Toronto", "Asia/Kolkata", "Asia/Tokyo", "America/Sao_Paulo", "Europe/Warsaw"];
const peoplePerTeam = 20;

/** Teams with their people: a few large teams, many small ones, one in ten of the kind that operates. */
export function draftPeopleFor(draft: Draft, luck: Luck, teamCount: number): Crews {
  const addresses = new Set<string>();
  const crews = Array.from({ length: teamCount }, (_, index): Crew => {
    const people = Array.from({ length: 2 }, () => newPerson(draft, luck, addresses));
    const [lead] = luck.percent(95) ? people : [];
    const named = freeName(teamName(luck.random), addresses);
    const kind = index % 10 === 9 || index === teamCount - 1 ? "ops" : "delivery";
    // Some teams have nobody who manages them.
    const manager = index % 12 === 5 ? null : (people[1] ?? null);
    const members = people.filter((one) => one !== lead);
    return { team: draftTeam(draft, { ...named, kind, lead, manager, members }), people };
  });
  for (let index = 2 * teamCount; index < peoplePerTeam * teamCount; index += 1) {
    joinSomewhere(draft, luck, crews, newPerson(draft, luck, addresses));
  }
  return {
    delivery: crews.filter(({ team }) => team.kind === "delivery"),
    ops: crews.filter(({ team }) => team.kind === "ops"),
  };
}

function newPerson(draft: Draft, luck: Luck, addresses: Set<string>): Person {
  const name = personName(luck.random);
  const { slug } = freeName(name, addresses);
  return draftPerson(draft, {
    name,
    email: `${slug.replaceAll("-", ".")}@large.example`,
    timeZone: pick(zones, luck.random),
    deactivatedAt: luck.percent(3) ? longAgo : null,
  });
}

/** One in ten has been in another team before. */
function joinSomewhere(draft: Draft, luck: Luck, crews: Crew[], person: Person): void {
  const crew = luck.favourite(crews);
  if (luck.percent(10)) {
    const { team } = pick(crews, luck.random);
    joinTeam(draft, team, { person }, longAgo.subtract({ hours: 24 * 200 }));
    leaveTeam(draft, team, { person });
  }
  joinTeam(draft, crew.team, { person });
  crew.people.push(person);
}

/** The name with a slug that nothing in `taken` has; a number tells namesakes apart. */
export function freeName(name: string, taken: Set<string>): { name: string; slug: string } {
  const plain = slugOf(name);
  let slug = plain;
  for (let count = 2; taken.has(slug); count += 1) slug = `${plain}-${count}`;
  taken.add(slug);
  return { name, slug };
}

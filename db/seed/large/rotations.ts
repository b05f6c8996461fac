import type { Draft } from "#db/seed/draft";
import { longAgo } from "#db/seed/history";
import type { Luck } from "#db/seed/large";
import type { Crew, Crews } from "#db/seed/large/people";
import { pick } from "#db/seed/names";
import { draftOverride } from "#db/seed/overrides";
import type { Person } from "#db/seed/people";
import { changeRotation, draftRotation, type LayerFacts, type Rotation } from "#db/seed/rotations";
import type { Service } from "#db/seed/services";
import { draftEscalation } from "#db/seed/watches";

/** Each team's rotation, by the team's id. */
export type Watches = ReadonlyMap<string, Rotation>;

const firstMonday = "2022-01-03";
const mostParticipants = 8;
const weekHours = 24 * 7;
const workdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const everyDay = [...workdays, "saturday", "sunday"];

/** A rotation for each team, years old, changed now and then and with people standing in for each other. */
export function draftWatches(draft: Draft, luck: Luck, { delivery, ops }: Crews): Watches {
  const watches = new Map<string, Rotation>();
  for (const crew of [...delivery, ...ops]) {
    const { slug, name } = crew.team;
    const layers = crew.team.kind === "ops" ? followTheSun : layersOfATeam;
    const rotation = draftRotation(draft, { slug, name, team: crew.team, layers: layers(luck, crew) });
    const changes = Math.floor(luck.random() * 4);
    for (let left = changes; left > 0; left -= 1) {
      const from = longAgo.subtract({ hours: weekHours * Math.floor(50 * left - 40 * luck.random()) });
      changeRotation(draft, rotation, { layers: layers(luck, crew) }, from);
    }
    draftStandIns(draft, luck, rotation, crew);
    watches.set(crew.team.id, rotation);
  }
  return watches;
}

/** A rotation that has changed every week for nearly four years, and goes on to do so: `versions` of them. */
export function draftRestlessRotation(draft: Draft, { team, people }: Crew, versions = 200): Rotation {
  const some = people.slice(0, mostParticipants);
  const layers = (turn: number): LayerFacts[] => [
    { startsAt: `${firstMonday}T09:00`, participants: turned(some, turn) },
  ];
  const from = (version: number) => longAgo.add({ hours: weekHours * (version - Math.round(versions * 0.75)) + 1 });
  const facts = { team, slug: `${team.slug}-restless`, name: `${team.name}, restless`, layers: layers(0) };
  const rotation = draftRotation(draft, { ...facts, isTeamDefault: false, effectiveFrom: from(0) });
  for (let version = 1; version < versions; version += 1) {
    changeRotation(draft, rotation, { layers: layers(version), from: from(version) }, longAgo);
  }
  return rotation;
}

/** Four in five services have a path of their own; some of them name a backup. */
export function draftPathFor(draft: Draft, luck: Luck, service: Service, watches: Watches): void {
  const delivery = watches.get(service.owners.delivery?.team.id ?? "");
  if (!delivery || !luck.percent(80)) return;
  const ops = watches.get(service.owners.ops?.team.id ?? "");
  const backup = luck.percent(20) ? pick([...watches.values()], luck.random) : delivery;
  draftEscalation(draft, service, { delivery, ...(ops && { ops }), ...(backup !== delivery && { backup }) });
}

/** Week by week, day by day over a week's watch at night, or office hours alone. */
function layersOfATeam({ random, percent }: Luck, { people }: Crew): LayerFacts[] {
  const participants = turned(people, Math.floor(random() * people.length)).slice(0, mostParticipants);
  const timeZone = participants[0]?.timeZone ?? "UTC";
  const weekly = { name: "weekly", timeZone, startsAt: `${firstMonday}T09:00`, participants };
  const hours = [{ weekdays: workdays, from: "09:00", to: "18:00" }];
  const daily = { ...weekly, name: "office hours", unit: "day" as const, hours };
  if (percent(70)) return [weekly];
  return percent(50) ? [weekly, daily] : [daily];
}

const suns = [
  { name: "Tokyo", timeZone: "Asia/Tokyo", from: "08:00", to: "16:00" },
  { name: "Lisbon", timeZone: "Europe/Lisbon", from: "07:00", to: "15:00" },
  { name: "Toronto", timeZone: "America/Toronto", from: "10:00", to: "19:00" },
];

/** Eight hours in each of three zones; which people live there does not matter to what is measured. */
function followTheSun({ random }: Luck, { people }: Crew): LayerFacts[] {
  const order = turned(people, Math.floor(random() * people.length));
  return suns.map(({ name, timeZone, from, to }, sun) => {
    const own = order.filter((_, index) => index % suns.length === sun).slice(0, mostParticipants);
    const hours = [{ weekdays: everyDay, from, to }];
    const participants = own.length > 0 ? own : order.slice(0, 1);
    return { name, timeZone, startsAt: `${firstMonday}T${from}`, unit: "day" as const, participants, hours };
  });
}

/** Up to twelve spans of a day or so, two months apart, from a year before `longAgo` until a year after. */
function draftStandIns(draft: Draft, { random }: Luck, rotation: Rotation, { people }: Crew): void {
  const active = people.filter(({ deactivatedAt }) => deactivatedAt === null);
  const count = Math.floor(random() * 13);
  for (let made = 0; active.length > 0 && made < count; made += 1) {
    const from = longAgo.add({ hours: 24 * (60 * (made - 6) + Math.floor(random() * 50)) });
    const to = from.add({ hours: 6 + Math.floor(random() * 60) });
    draftOverride(draft, rotation, { person: pick(active, random), from, to, origin: "taken" }, from);
  }
}

const turned = (people: readonly Person[], turn: number) => {
  const first = turn % people.length;
  return [...people.slice(first), ...people.slice(0, first)];
};

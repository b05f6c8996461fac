import type { Calendars } from "#db/seed/demo/rotations";
import type { Hired, Shop } from "#db/seed/demo/shop";
import { decided } from "#db/seed/demo/watch-weeks";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import type { Person } from "#db/seed/people";
import { changeRotation, draftRotation, type LayerFacts, type Rotation, renameRotation } from "#db/seed/rotations";
import { joinTeam, type Team } from "#db/seed/teams";

type Scene = Shop & { people: Hired };

/** How the rotations of the first weeks became what they are, and what they will be next month. Returns a later one. */
export function draftRotationChanges(draft: Draft, on: Workday, calendars: Calendars, scene: Scene): Rotation {
  const { lisbon, beirut, toronto } = calendars;
  const { people, teams, rotations } = scene;
  const { ada, adaeze, beatriz, elio, farid, gil, hanna, ines, jonas, karim, kenji } = people;
  const { lin, marek, noor, oskar, petra, rima, sophie, tamsin, tomas } = people;

  const withoutInes = [ada, marek, lin, tomas];
  const fewer = { from: lisbon.at(-29), moved: [...withoutInes, ines], by: ada };
  const primary = [lisbon.layer(withoutInes, { person: ada, week: 0 })];
  const backup = [lisbon.layer(withoutInes, { person: lin, week: 0 })];
  changeRotation(draft, rotations.primary, { layers: primary, ...fewer }, decided(lisbon, -29));
  changeRotation(draft, rotations.backup, { layers: backup, ...fewer }, decided(lisbon, -29).add({ minutes: 3 }));

  joinOperations(draft, teams.operations, { people: [oskar, tamsin], by: noor }, on(208, "10:00"));
  followTheSun(draft, calendars, scene);

  // Fourteen days in a row were too many.
  const everyWeek = [beirut.layer([rima, hanna, farid, elio], { person: rima, week: 0 })];
  const shorter = { layers: everyWeek, from: beirut.at(-21), moved: [rima, hanna, elio, farid], by: farid };
  changeRotation(draft, rotations.payments, shorter, decided(beirut, -21));

  const platform = draftRotation(
    draft,
    {
      name: "Platform",
      description: "Begun after the afternoon on which nobody could sign in. Beirut takes the mornings of the week.",
      team: teams.platform,
      layers: [lisbon.layer([ines, karim, petra], { person: ines, week: 0 }), mornings(karim, beirut.day(-19))],
      effectiveFrom: lisbon.at(-19),
      by: ines,
    },
    decided(lisbon, -19),
  );

  const withKenji = [toronto.layer([gil, kenji, jonas, adaeze], { person: gil, week: 1 })];
  const larger = { layers: withKenji, from: toronto.at(-15), moved: [gil, jonas, adaeze, kenji], by: gil };
  changeRotation(draft, rotations.pricing, larger, decided(toronto, -15));

  renameRotation(draft, rotations.storefront, { name: "Storefront", by: sophie }, on(97, "13:05"));

  const withBeatriz = [beatriz, ada, marek, lin, tomas];
  const soon = { from: lisbon.at(4), moved: [...withoutInes, beatriz], by: ada };
  const next = [lisbon.layer(withBeatriz, { person: beatriz, week: 4 })];
  const behind = [lisbon.layer(withBeatriz, { person: marek, week: 4 })];
  changeRotation(draft, rotations.primary, { layers: next, ...soon }, on(4, "16:10"));
  changeRotation(draft, rotations.backup, { layers: behind, ...soon }, on(4, "16:12"));
  return platform;
}

/** People of another team who stand its watch as well. */
function joinOperations(
  draft: Draft,
  team: Team,
  { people, by }: { people: Person[]; by: Person },
  at: Temporal.Instant,
): void {
  for (const person of people) joinTeam(draft, team, { person, by }, at);
}

/** One week for each of three zones became eight hours a day for all of them. */
function followTheSun(draft: Draft, { lisbon }: Calendars, { people, rotations }: Scene): void {
  const { layla, noor, oskar, sam, tamsin, yuki } = people;
  const day = lisbon.day(sunFrom, -1);
  const sun = (beirut: readonly Person[]): LayerFacts[] => [
    // An hour longer than the day needs: for some weeks of the year Toronto's clocks are an hour nearer to the others.
    watchHours("Toronto", "America/Toronto", [yuki, tamsin], day, "15:00", "00:00"),
    watchHours("Lisbon", "Europe/Lisbon", [sam, oskar], day, "12:00", "20:00"),
    watchHours("Beirut", "Asia/Beirut", beirut, day, "06:00", "14:00"),
  ];
  const spread = { layers: sun([noor]), from: lisbon.at(sunFrom), moved: [noor, sam, yuki, tamsin, oskar], by: noor };
  changeRotation(draft, rotations.operations, spread, decided(lisbon, sunFrom));
  const shared = { layers: sun([noor, layla]), from: lisbon.at(-17), moved: [noor, layla], by: noor };
  changeRotation(draft, rotations.operations, shared, decided(lisbon, -17));
}

const sunFrom = -28;
const everyDay = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function watchHours(
  name: string,
  timeZone: string,
  participants: readonly Person[],
  day: Temporal.PlainDate,
  from: string,
  to: string,
): LayerFacts {
  const hours = [{ weekdays: everyDay, from, to }];
  return { name, timeZone, startsAt: `${day}T${from}`, unit: "day", participants, hours };
}

function mornings(person: Person, day: Temporal.PlainDate): LayerFacts {
  const weekdays = everyDay.slice(0, 5);
  const hours = [{ weekdays, from: "08:00", to: "12:00" }];
  return {
    ...{ name: "Beirut mornings", timeZone: "Asia/Beirut", startsAt: `${day}T08:00`, unit: "day" },
    participants: [person],
    hours,
  };
}

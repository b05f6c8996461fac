import type { Crews, Staff } from "#db/seed/demo/shop";
import { decided, firstWeek as first, type WatchWeeks, watchWeeks } from "#db/seed/demo/watch-weeks";
import type { Draft } from "#db/seed/draft";
import { draftRotation } from "#db/seed/rotations";

/** The weeks of the three places in which people live. */
export type Calendars = { lisbon: WatchWeeks; beirut: WatchWeeks; toronto: WatchWeeks };

export const calendarsAround = (at: Temporal.Instant): Calendars => ({
  lisbon: watchWeeks(at, "Europe/Lisbon"),
  beirut: watchWeeks(at, "Asia/Beirut"),
  toronto: watchWeeks(at, "America/Toronto"),
});

export type Rotations = ReturnType<typeof draftRotations>;

/** The rotations of the first weeks, each set up by the lead of its team on the Friday before. */
export function draftRotations(draft: Draft, { lisbon, beirut, toronto }: Calendars, staff: Staff, teams: Crews) {
  const { ada, adaeze, elio, farid, gil, hanna, ines, jonas, lin, marek, noor, rima, nuno, sam, sophie, tomas, yuki } =
    staff;
  const begins = (weeks: WatchWeeks) => ({ effectiveFrom: weeks.at(first) });
  const buyers = [ada, marek, lin, tomas, ines];

  return {
    primary: draftRotation(
      draft,
      {
        name: "Checkout primary",
        description: "Paged first for everything between a basket and a packed order.",
        team: teams.checkout,
        layers: [lisbon.layer(buyers, { person: lin, week: -30 })],
        ...begins(lisbon),
        by: ada,
      },
      decided(lisbon, first),
    ),
    backup: draftRotation(
      draft,
      {
        name: "Checkout backup",
        description: "Paged when the primary does not answer. Two turns behind, so that nobody holds both.",
        team: teams.checkout,
        layers: [lisbon.layer(buyers, { person: ines, week: -30 })],
        ...begins(lisbon),
        by: ada,
      },
      decided(lisbon, first).add({ minutes: 4 }),
    ),
    payments: draftRotation(
      draft,
      {
        name: "Payments",
        team: teams.payments,
        layers: [{ ...beirut.layer([farid, rima, elio, hanna], { person: farid, week: first }), every: 2 }],
        ...begins(beirut),
        by: farid,
      },
      decided(beirut, first),
    ),
    pricing: draftRotation(
      draft,
      {
        name: "Pricing",
        team: teams.pricing,
        layers: [toronto.layer([gil, jonas, adaeze], { person: adaeze, week: -16 })],
        ...begins(toronto),
        by: gil,
      },
      decided(toronto, first),
    ),
    storefront: draftRotation(
      draft,
      {
        name: "Web pages",
        description: "Day by day, turn and turn about, since there are two of us.",
        team: teams.storefront,
        layers: [
          { ...lisbon.layer([sophie, nuno], { person: sophie, week: first }), name: "daily", unit: "day" as const },
        ],
        ...begins(lisbon),
        by: sophie,
      },
      decided(lisbon, first),
    ),
    operations: draftRotation(
      draft,
      {
        name: "Platform operations",
        description: "Somebody who is awake, whatever the hour: Beirut, then Lisbon, then Toronto.",
        team: teams.operations,
        layers: [lisbon.layer([noor, sam, yuki], { person: noor, week: first })],
        ...begins(lisbon),
        by: noor,
      },
      decided(lisbon, first),
    ),
  };
}

import type { Calendars } from "#db/seed/demo/rotations";
import type { Shop } from "#db/seed/demo/shop";
import { decided, instantOn } from "#db/seed/demo/watch-weeks";
import type { Draft } from "#db/seed/draft";
import { claimCoverRequest, draftCoverRequest, draftOverride, swapShifts } from "#db/seed/overrides";
import type { Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";

type Cover = {
  from: Temporal.Instant;
  to: Temporal.Instant;
  person: Person;
  by: Person;
  reason?: string;
};

/** Life, half a year of it: watches that were handed over, and the people who took them. */
export function draftCovers(draft: Draft, { lisbon, beirut, toronto }: Calendars, { people, rotations }: Shop): void {
  const { ada, elio, farid, gil, jonas, lin, marek, rima, rui, tamsin, tomas, yuki } = people;
  const { operations, payments, pricing, primary } = rotations;

  const ill = { from: lisbon.at(-16, 2, "06:00"), to: lisbon.at(-16, 3), instead: ada, person: tomas, by: rui };
  draftOverride(draft, primary, ill, lisbon.at(-16, 2, "05:55"));

  covered(draft, payments, { from: beirut.at(-13, 5), to: beirut.at(-12), person: elio, by: farid });
  covered(draft, primary, {
    ...{ from: lisbon.at(-11, 4, "12:00"), to: lisbon.at(-10), person: marek, by: ada },
    reason: "Moving house, and the van comes on Friday.",
  });
  const evening = { from: beirut.at(-10, 6, "18:00"), to: beirut.at(-9), origin: "taken" as const };
  draftOverride(draft, payments, { ...evening, person: rima, instead: farid }, beirut.at(-10, 6, "17:10"));

  const thursday = (time: string) => instantOn(lisbon.day(-8, 3), time, "America/Toronto");
  covered(draft, operations, { from: thursday("16:00"), to: thursday("23:00"), person: yuki, by: tamsin });
  covered(draft, primary, {
    ...{ from: lisbon.at(-6, 1, "22:00"), to: lisbon.at(-6, 2, "13:00"), person: lin, by: marek },
    reason: "Exam in the evening, and nerves before it.",
  });

  const weekends = {
    first: { person: elio, from: beirut.at(-5, 5), to: beirut.at(-4) },
    second: { person: rima, from: beirut.at(-4, 5), to: beirut.at(-3) },
  };
  swapShifts(draft, payments, weekends, beirut.at(-6, 3, "11:30"));

  // Gil was gone by then, and nobody has taken his turns out of the rotation since.
  const week = { from: toronto.at(-3), to: toronto.at(-2), person: jonas, instead: gil, origin: "taken" as const };
  draftOverride(draft, pricing, week, decided(toronto, -3));

  covered(draft, primary, {
    ...{ from: lisbon.at(-1, 5), to: lisbon.at(0), person: tomas, by: lin },
    reason: "My sister gets married on Saturday.",
  });
}

/** Asked for three days before, and claimed on the same day. */
function covered(draft: Draft, rotation: Rotation, { by, ...asked }: Cover): void {
  const at = asked.from.subtract({ hours: 72 });
  const request = draftCoverRequest(draft, rotation, asked, at);
  claimCoverRequest(draft, request, { by }, at.add({ hours: 2, minutes: 25 }));
}

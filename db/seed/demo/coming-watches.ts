import type { Calendars } from "#db/seed/demo/rotations";
import type { Hired, Shop } from "#db/seed/demo/shop";
import { instantOn } from "#db/seed/demo/watch-weeks";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftCoverRequest, draftOverride } from "#db/seed/overrides";
import { draftAbsence } from "#db/seed/people";
import { draftHandoffNote, draftShadow, markReady } from "#db/seed/watches";

/** The watch that was just handed over, and what is known of the coming ones. */
export function draftComingWatches(
  draft: Draft,
  on: Workday,
  at: Temporal.Instant,
  { lisbon }: Calendars,
  { people, rotations: { primary } }: Shop & { people: Hired },
): void {
  const { ada, beatriz, dev, lin, marek, petra, tomas } = people;

  draftHandoffNote(
    draft,
    primary,
    {
      from: lin,
      handoffAt: lisbon.at(0),
      openAlerts: "Stock: the sweep took 40 seconds twice on Sunday. It caught up by itself both times.",
      worries: "The card gateway was slow on Saturday night. Approvals came late, but they came.",
      tryFirst: "If baskets say “sold out”, look at the age of the sweep before you look at anything else.",
      read: { by: ada, at: lisbon.at(0, 0, "08:50") },
    },
    lisbon.at(-1, 6, "22:10"),
  );

  const concert = { from: lisbon.at(1, 3, "18:00"), to: lisbon.at(1, 4, "12:00") };
  const reason = "My daughter plays her first concert, in Porto. The last train back leaves before it ends.";
  draftCoverRequest(draft, primary, { person: marek, ...concert, reason }, at.subtract({ hours: 20 }));

  const night = { from: lisbon.at(2, 0, "18:00"), to: lisbon.at(2, 1), origin: "taken" as const };
  draftOverride(draft, primary, { person: tomas, instead: lin, ...night }, at.subtract({ hours: 43 }));

  const midnight = (days: number) => instantOn(lisbon.day(2, days), "00:00", "America/Toronto");
  const away = { from: midnight(4), to: midnight(7), reason: "Visiting my parents." };
  draftAbsence(draft, lin, away, on(11, "15:00"));
  draftAbsence(draft, petra, { from: lisbon.at(1, 0, "00:00"), to: lisbon.at(1, 5, "00:00") }, on(25));

  const leave = { from: lisbon.at(3, 0, "00:00"), to: lisbon.at(9, 0, "00:00") };
  draftAbsence(draft, dev, { ...leave, reason: "Our second child is due. I take my turns when I am back." }, on(18));

  markReady(draft, primary, { person: beatriz, item: "contact" }, on(50));
  markReady(draft, primary, { person: beatriz, item: "briefing" }, on(20, "11:15"));
  const besideMarek = { from: lisbon.at(1), to: lisbon.at(1, 4, "18:00") };
  draftShadow(draft, primary, { person: beatriz, ...besideMarek }, on(4, "16:20"));
}

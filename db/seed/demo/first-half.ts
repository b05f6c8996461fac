import type { Shop } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftDependency } from "#db/seed/entries";
import { declareExpert, editService, renameService, starService, transferService } from "#db/seed/services";
import { changeManager, changeRole, joinTeam, leaveTeam } from "#db/seed/teams";

/** Nine to five months ago: people find their places, and services the teams that know them. */
export function draftFirstHalf(draft: Draft, on: Workday, { people, teams, services }: Shop): void {
  const { ada, claire, farid, gil, graca, ines, karim, lin, marek, noor, rui, sam, tomas } = people;
  const { checkout, orders, payments, pricing, sessionCache, storefront, tax } = services;

  const poolNote = "Wrote the session handling. Ask me about pools that run dry.";
  declareExpert(draft, checkout, { person: ines, note: poolNote }, on(236));
  declareExpert(draft, checkout, { person: ada }, on(236, "09:50"));
  const codesNote = "The gateway's error codes, and which of them lie.";
  declareExpert(draft, payments, { person: farid, note: codesNote }, on(235));
  const rulesNote = "Country rules: the tables were mine from the start.";
  declareExpert(draft, tax, { person: gil, note: rulesNote, by: ada }, on(234));

  starService(draft, checkout, { person: ada }, on(233));
  starService(draft, payments, { person: ada }, on(233));
  starService(draft, sessionCache, { person: ada }, on(190));
  starService(draft, checkout, { person: noor }, on(231));
  starService(draft, sessionCache, { person: noor }, on(231));
  starService(draft, storefront, { person: sam }, on(230));
  starService(draft, payments, { person: rui }, on(225));

  leaveTeam(draft, teams.checkout, { person: ines, by: ada }, on(214, "16:00"));
  joinTeam(draft, teams.platform, { person: ines, by: karim }, on(214, "16:05"));
  const cacheNote = "Sized the shards, wrote the drain command.";
  declareExpert(draft, sessionCache, { person: ines, note: cacheNote }, on(205));

  transferService(draft, tax, { to: teams.pricing, by: ada }, on(198, "13:10"));
  draftDependency(draft, pricing, { on: tax, kind: "hard", by: gil }, on(194, "09:45"));

  renameService(draft, orders, { name: "Orders", by: ada }, on(176, "10:15"));
  declareExpert(draft, orders, { person: marek, note: "States of an order, and how to move one by hand." }, on(170));
  declareExpert(draft, orders, { person: tomas }, on(169));

  changeManager(draft, teams.storefront, { from: rui, to: claire, by: graca }, on(158, "11:00"));

  // After an afternoon on which nobody could sign in or buy.
  editService(draft, sessionCache, { tier: 1, by: karim }, on(153, "17:40"));
  declareExpert(draft, sessionCache, { person: karim }, on(152));
  changeRole(draft, teams.platform, { person: karim, role: "member", by: people.maya }, on(148, "10:00"));
  changeRole(draft, teams.platform, { person: ines, role: "lead", by: people.maya }, on(148, "10:01"));

  const retries =
    "Takes a basket to a paid order: prices, taxes, payment and confirmation. Each step can be repeated safely, so a stuck order is retried, never edited.";
  editService(draft, checkout, { description: retries, by: lin }, on(141, "14:30"));
}

import type { Shop } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftDependency } from "#db/seed/entries";
import { deactivatePerson, draftPerson } from "#db/seed/people";
import { declareExpert, editService, renameService, retireService, transferService } from "#db/seed/services";
import { joinTeam, leaveTeam, renameTeam, retireTeam, type Team } from "#db/seed/teams";

/** Five months ago to last month: a team ends and its services move, people come and go. Returns those who came. */
export function draftSecondHalf(draft: Draft, on: Workday, { people, teams, services }: Shop) {
  const { ada, claire, elio, farid, gil, graca, ines, karim, kenji, noor, petra, sophie, yuki } = people;
  const { checkout, giftCards, mail, payments, recommendations, reviewWall, search, sessionCache, tax } = services;
  const hire = (key: string, name: string, title: string, timeZone: string, team: Team, daysAgo: number) => {
    const facts = { name, title, timeZone, email: `${key}@harbour.example`, by: petra };
    const person = draftPerson(draft, facts, on(daysAgo, "13:20"));
    joinTeam(draft, team, { person, by: team === teams.operations ? noor : petra }, on(daysAgo, "13:45"));
    return person;
  };

  const layla = hire("layla", "Layla Mansour", "Operations engineer", "Asia/Beirut", teams.operations, 138);
  renameService(draft, mail, { name: "Mail", by: karim }, on(131, "12:20"));
  editService(draft, mail, { tier: 2, by: karim }, on(131, "12:24"));

  retireService(draft, reviewWall, { by: kenji }, on(127, "15:00"));
  transferService(draft, giftCards, { to: teams.payments, by: kenji }, on(123, "14:10"));
  transferService(draft, recommendations, { to: teams.storefront, by: kenji }, on(123, "14:12"));
  leaveTeam(draft, teams.growth, { person: kenji, by: graca }, on(119, "10:00"));
  joinTeam(draft, teams.pricing, { person: kenji, by: gil }, on(119, "10:05"));
  retireTeam(draft, teams.growth, { by: petra }, on(115, "09:00"));

  renameTeam(draft, teams.storefront, { name: "Storefront", by: claire }, on(97, "13:00"));
  const dev = hire("dev", "Dev Malhotra", "Senior engineer", "America/Toronto", teams.storefront, 61);
  const beatriz = hire("beatriz", "Beatriz Pinto", "Engineer", "Europe/Lisbon", teams.checkout, 55);

  editService(draft, recommendations, { lifecycle: "deprecated", by: sophie }, on(48, "16:30"));
  declareExpert(draft, search, { person: sophie, note: "Analyzers and synonyms." }, on(45));
  declareExpert(draft, giftCards, { person: elio, note: "Read the ledger queries before you index anything." }, on(44));
  declareExpert(draft, sessionCache, { person: yuki, note: "Draining a shard at night, three times so far." }, on(41));

  leaveTeam(draft, teams.pricing, { person: gil, by: claire }, on(37, "17:00"));
  deactivatePerson(draft, gil, { by: petra }, on(33, "08:10"));

  draftDependency(draft, checkout, { on: tax, kind: "hard", by: ada }, on(18, "11:30"));
  draftDependency(draft, checkout, { on: giftCards, kind: "soft", by: farid }, on(17, "09:20"));
  declareExpert(draft, payments, { person: ines, note: "Only the connection handling." }, on(16));
  return { layla, dev, beatriz };
}

import type { Staff } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftTeam } from "#db/seed/teams";

/** The teams of the first week. The engineering team above them owns nothing: it is where the director stands. */
export function draftTeams(draft: Draft, on: Workday, staff: Staff) {
  const { petra: by } = staff;
  const engineering = draftTeam(
    draft,
    {
      name: "Engineering",
      description: "Everybody who builds or runs the shop.",
      manager: staff.graca,
      chat: "#engineering",
      by,
    },
    on(277, "09:00"),
  );
  const beneath = { parent: engineering, by };

  const checkout = draftTeam(
    draft,
    {
      name: "Checkout",
      description: "From a full basket to an order that the warehouse can pack. If a customer cannot buy, it is ours.",
      manager: staff.rui,
      lead: staff.ada,
      members: [staff.lin, staff.marek, staff.tomas, staff.ines],
      chat: "#team-checkout",
      workingHours: weekdays("Europe/Lisbon", "09:00", "18:00"),
      ...beneath,
    },
    on(277, "09:20"),
  );
  const payments = draftTeam(
    draft,
    {
      name: "Payments",
      description: "Money in, money back, and the ledger that proves both to the auditors.",
      manager: staff.rui,
      lead: staff.farid,
      members: [staff.rima, staff.elio, staff.hanna],
      chat: "#team-payments",
      workingHours: weekdays("Asia/Beirut", "09:00", "18:00"),
      ...beneath,
    },
    on(277, "09:40"),
  );
  const pricing = draftTeam(
    draft,
    {
      name: "Pricing",
      description: "What a thing costs, to whom, today. Small team, large blast radius.",
      manager: staff.claire,
      lead: staff.gil,
      members: [staff.jonas, staff.adaeze],
      chat: "#team-pricing",
      workingHours: weekdays("America/Toronto", "09:00", "17:00"),
      ...beneath,
    },
    on(277, "10:00"),
  );
  const storefront = draftTeam(
    draft,
    {
      name: "Web pages",
      description: "The pages that people see, and finding things on them.",
      manager: staff.rui,
      lead: staff.sophie,
      members: [staff.nuno],
      chat: "#team-storefront",
      workingHours: weekdays("America/Toronto", "09:00", "17:00"),
      ...beneath,
    },
    on(277, "10:20"),
  );
  const growth = draftTeam(
    draft,
    {
      name: "Growth",
      description: "Experiments that bring people back.",
      manager: staff.claire,
      lead: staff.kenji,
      chat: "#team-growth",
      ...beneath,
    },
    on(277, "10:40"),
  );
  const platform = draftTeam(
    draft,
    {
      name: "Platform",
      description: "The ground the others build on: sessions, identity, mail. Boring on purpose.",
      manager: staff.maya,
      lead: staff.karim,
      members: [staff.oskar, staff.tamsin, staff.petra],
      chat: "#team-platform",
      workingHours: weekdays("Europe/Lisbon", "09:00", "19:00"),
      ...beneath,
    },
    on(277, "11:00"),
  );
  const operations = draftTeam(
    draft,
    {
      name: "Platform operations",
      description: "Awake around the clock over three zones. Call us early: a false alarm costs us nothing.",
      kind: "ops",
      manager: staff.maya,
      lead: staff.noor,
      members: [staff.sam, staff.yuki],
      chat: "#ops",
      ...beneath,
    },
    on(277, "11:20"),
  );
  return { engineering, checkout, payments, pricing, storefront, growth, platform, operations };
}

function weekdays(timeZone: string, from: string, to: string) {
  return { timeZone, weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"], from, to };
}

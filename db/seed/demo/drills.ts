import type { Alert } from "#db/seed/alerts";
import type { Hired, Shop, Staff } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftDrill } from "#db/seed/drills";

type Who = keyof (Staff & Hired);
type Scene = Shop & { people: Hired };

type Rehearsal = {
  /** The key of the story that tells how it went. */
  story: string;
  service: keyof Shop["services"];
  scenario: string;
  by: Who;
  /** They were paged, all of them, and nobody else. */
  agreed: Who[];
  declined?: Who;
  learnt: string;
};

const rehearsals: Rehearsal[] = [
  {
    ...{ story: "failover", service: "orders", by: "marek", agreed: ["tomas"] },
    scenario:
      "The orders database refuses writes\nMarek makes one replica of the staging cluster the primary, and says so nowhere.",
    learnt:
      "Tomás knew after nine minutes that it was the pooler, by asking all three members. The runbook asks two of them: mended on the same day.",
  },
  {
    ...{ story: "orders-fall", service: "checkout", by: "ada", agreed: ["tomas"], declined: "lin" },
    scenario:
      "Orders a minute fall to a third\nAda slows the payment step down on staging. The graphs of staging play those of the shop.",
    learnt:
      "The widest band was found within four minutes. The link to the pool panel led to the old board: mended on the same day.",
  },
  {
    ...{ story: "second-route", service: "payments", by: "farid", agreed: ["rima"] },
    scenario:
      "The card gateway stops answering\nThe test gateway drops every charge for a quarter of an hour, and its status page stays green.",
    learnt:
      "Rima had the second route within six minutes and did not wait for the status page. The night desk wants the merchant number first: it stands in the runbook now.",
  },
  {
    ...{ story: "shard", service: "sessionCache", by: "ines", agreed: ["petra"], declined: "oskar" },
    scenario:
      "A shard of the session cache is gone\nInes takes shard 6 of staging out. Whoever is paged drains it and puts it back.",
    learnt:
      "Draining went as written. The page lay in the portal for nineteen minutes: Petra has no way to be reached that rings. Before her next watch she will have one.",
  },
];

/** What was tried before it happened, what that showed, and what is to be tried next. `told` are the alerts of stories. */
export function draftDrills(draft: Draft, on: Workday, { services, people }: Scene, told: Map<string, Alert>): void {
  for (const { story, service, by, agreed, declined, scenario, learnt } of rehearsals) {
    const alert = told.get(story);
    if (!alert) throw new Error(`Nobody tells how the drill ${story} went.`);
    const planned = alert.openedAt.subtract({ hours: 24 * 4 });
    const answered = planned.add({ hours: 3 });
    const asked = [
      ...agreed.map((who) => ({ person: people[who], agreedAt: who === by ? planned : answered })),
      ...(declined ? [{ person: people[declined], declinedAt: answered }] : []),
    ];
    draftDrill(draft, services[service], { by: people[by], scenario, asked, alert, learnt }, planned);
  }
  const { dev, nuno, oskar, sophie, tamsin } = people;
  draftDrill(
    draft,
    services.mail,
    {
      scenario: "The relay says 421 to everything\nAs on the day of the newsletter.",
      ...{ by: oskar, asked: [{ person: oskar }, { person: tamsin, agreedAt: null }], calledOffAt: on(37, "08:50") },
    },
    on(40, "14:20"),
  );
  const next = on(3, "15:00");
  draftDrill(
    draft,
    services.storefront,
    {
      scenario: "Pricing does not answer in 40 ms\nDev answers slowly on staging. The page should do without.",
      by: sophie,
      asked: [{ person: sophie }, { person: nuno, agreedAt: next.add({ hours: 1 }) }, { person: dev, agreedAt: null }],
    },
    next,
  );
}

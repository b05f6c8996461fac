import type {
  AnswerFact,
  DocumentFact,
  ExpertFact,
  FailureFact,
  LoadFact,
  ServiceFacts,
  TeamFact,
  WatchFact,
} from "#lib/coverage/facts";
import { lastMonday } from "#lib/coverage/watch-fact";

/** Facts of services for tests of the rules. Everything is as it should be unless a test says otherwise. */

export const at = Temporal.Instant.from("2026-11-20T09:00:00Z");
export const daysAgo = (count: number) => at.subtract({ hours: 24 * count });

export const [ada, lin, noor, olu] = ["Ada", "Lin", "Noor", "Olu"].map((name) => ({
  id: name.toLowerCase(),
  name,
})) as [Named, Named, Named, Named];
type Named = { id: string; name: string };

export const team = (facts: Partial<TeamFact> = {}): TeamFact => ({
  ...{ id: "checkout", slug: "checkout", name: "Checkout", isLiving: true, since: daysAgo(400), manager: noor },
  members: [
    { ...ada, isLead: true, canSignIn: true, since: daysAgo(300) },
    { ...lin, isLead: false, canSignIn: true, since: daysAgo(200) },
  ],
  ...facts,
});

export const load = (facts: Partial<LoadFact> = {}): LoadFact => {
  const to = lastMonday(at);
  const span = { from: to.subtract({ hours: 24 * 84 }), to };
  const people = [ada, lin, noor, olu].map((person) => ({ ...person, hours: 504, spans: [] }));
  return { span, stood: people, stretches: [], ...facts };
};

export const watch = (name: string, facts: Partial<WatchFact> = {}): WatchFact => ({
  ...{ id: name, slug: name.toLowerCase(), name, teamId: "checkout", isResolved: true, since: daysAgo(90), now: ada },
  ...{ gaps: [], holdersOfMonth: [ada, lin], holdersOfQuarter: [ada, lin], load: load() },
  ...facts,
});

export const unread = (name: string) => watch(name, { isResolved: false, now: null, holdersOfMonth: [] });

export const note = (facts: Partial<DocumentFact> = {}): DocumentFact => ({
  ...{ slug: "how-it-works", name: "How it works", state: "reviewed", at: daysAgo(20) },
  ...facts,
});

export const expert = (person: Named): ExpertFact => ({ ...person, by: ["declared"], at: daysAgo(50) });

export const answer = (facts: Partial<AnswerFact> & { afterMinutes?: number } = {}): AnswerFact => {
  const { afterMinutes = 4, pagedAt = daysAgo(10), ...said } = facts;
  return { pagedAt, engagedAt: pagedAt.add({ minutes: afterMinutes }), isOpen: false, ...said };
};

export const failure = (facts: Partial<FailureFact> = {}): FailureFact => ({
  ...{ rule: "HighErrorRate", alerts: 3, lastAt: daysAgo(10), looked: 3, matched: 1 },
  ...{ reviewed: 3, customerFacing: 3, actionable: 3, lastReviewAt: daysAgo(9) },
  ...facts,
});

export function facts({ service, ...others }: Overrides = {}): ServiceFacts {
  const reached = { isVerified: true, workedAt: daysAgo(3) };
  return {
    service: {
      ...{ id: "cart", slug: "cart", name: "Cart", tier: 1, customerFacing: true, lifecycle: "production" },
      ...{ ownerReference: null, needsNothingSince: null, createdAt: daysAgo(800), changedAt: daysAgo(100) },
      ...service,
    },
    team: team(),
    opsTeam: { id: "ops", slug: "ops", name: "Harbour Ops", isLiving: true, since: daysAgo(400) },
    delivery: watch("Primary"),
    backup: watch("Secondary", { now: lin }),
    ops: watch("Ops watch", { now: olu, holdersOfMonth: [olu] }),
    behindOps: null,
    reach: new Map([ada, lin, noor, olu].map(({ id }) => [id, reached])),
    notes: [note()],
    rules: [{ name: "HighErrorRate", runbook: note({ slug: "errors", name: "Errors" }) }],
    needs: [{ name: "Ledger" }],
    experts: [expert(ada), expert(lin)],
    answers: [answer()],
    drillAnswers: [],
    failures: [failure()],
    workedStep: { runbook: { slug: "errors", name: "Errors" }, at: daysAgo(9) },
    drill: null,
    ...others,
  };
}

export type Overrides = Partial<Omit<ServiceFacts, "service">> & { service?: Partial<ServiceFacts["service"]> };

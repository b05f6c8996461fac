import { alertRules, alerts, pages } from "#db/schema";
import { type Alert, draftAlert, draftChange, draftRule, type Rule, tell } from "#db/seed/alerts";
import type { ContactMethod } from "#db/seed/contact-methods";
import { demoRules } from "#db/seed/demo/alerts/rules";
import { type Act, demoStories, type Story } from "#db/seed/demo/alerts/stories";
import type { Calendars } from "#db/seed/demo/rotations";
import type { Hired, Shop } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftPage, type Page, type PageFacts, reviewAlert } from "#db/seed/pages";
import { namedPerson, type Person } from "#db/seed/people";

type Scene = Shop & { people: Hired; methods: ReadonlyMap<string, ContactMethod> };
type Rules = Map<string, Rule>;

/** What went wrong in half a year, who was woken, what it was, and what is open now. Returns what has a key, by it. */
export function draftAlerts(
  draft: Draft,
  on: Workday,
  at: Temporal.Instant,
  calendars: Calendars,
  scene: Scene,
): Map<string, Alert> {
  const rules = draftRules(draft, on, scene);
  const told = new Map<string, Alert>();
  for (const story of demoStories) {
    const [week, day, time] = story.when;
    const opened = calendars[story.place ?? "lisbon"].at(week, day, time);
    const alert = draftStory(draft, opened, scene, rules, story, told.get(story.joined ?? ""));
    if (story.key) told.set(story.key, alert);
  }
  draftNow(draft, at, scene, rules);
  return told;
}

function draftRules(draft: Draft, on: Workday, { services, people }: Scene): Rules {
  const rules: Rules = new Map();
  for (const [key, name, impact] of demoRules) {
    const isAsked = typeof impact === "object" && impact !== null;
    const facts = {
      customerImpact: typeof impact === "string" ? impact : null,
      isWithoutCustomerImpact: isAsked && "none" in impact,
      impactAskedAt: isAsked && "asked" in impact ? on(66, "03:34") : null,
    };
    rules.set(name, draftRule(draft, { service: services[key], name, ...facts, by: people.petra }, on(262, "11:00")));
  }
  return rules;
}

function draftStory(
  draft: Draft,
  opened: Temporal.Instant,
  scene: Scene,
  rules: Rules,
  story: Story,
  leader: Alert | undefined,
): Alert {
  const { people, services } = scene;
  const service = services[story.service];
  const rule = rules.get(story.rule);
  if (!rule) throw new Error(`Nobody made the rule ${story.rule}.`);
  const after = (minutes: number) => opened.add({ seconds: Math.round(minutes * 60) });
  const [heldFor, waits = null] = story.held ?? [];
  const { rule: alertname, severity = "critical", summary } = story;
  const raised = story.isDrill
    ? { rule: "Drill", severity: "info" as const, customerImpact: "Nothing: this is a drill." }
    : { rule, severity, labels: { alertname, service: service.slug, severity, ...story.labels } };
  const alert = draftAlert(
    draft,
    {
      ...{ service, summary, customerImpact: null, leaderId: leader?.id ?? null, ...raised },
      ...{ gate: heldFor ? "hold" : "page", releasesAt: waits === null ? null : after(waits) },
      gateReason: heldFor ?? (story.isDrill ? "drill" : story.isFirstTime ? "first-time" : "customer-impact"),
      ...{ isDrill: story.isDrill ?? false, nextStepAt: null },
    },
    opened,
  );
  if (story.isFirstTime && rule.impactAskedAt === null) draft.change(alertRules, rule, { impactAskedAt: opened });
  if (leader) {
    const detail = { leader: leader.id, summary: leader.summary };
    tell(draft, alert, { kind: "joined", detail, by: "Watchbill" }, opened);
  }
  if (story.deploy) {
    const [before, key, words, by] = story.deploy;
    draftChange(draft, services[key], { summary: words, by }, after(before));
  }
  const asked: Page[] = [];
  for (const act of story.acts) play(draft, alert, act, after(act[0]), scene, asked);
  if (story.review) {
    const [who, wasCustomerFacing, wasActionable, missing] = story.review;
    const said = { by: people[who], wasCustomerFacing, wasActionable, ...(missing ? { missing } : {}) };
    reviewAlert(draft, alert, said, after(9 * 60 + 10));
  }
  return alert;
}

type Turn = { alert: Alert; at: Temporal.Instant; by: Person; scene: Scene; asked: Page[] };
type Who = keyof Scene["people"];

function play(
  draft: Draft,
  alert: Alert,
  [, who, ...deed]: Act,
  at: Temporal.Instant,
  scene: Scene,
  asked: Page[],
): void {
  if (deed[0] === "over") {
    draft.change(alerts, alert, { status: "resolved", resolvedAt: at });
    tell(draft, alert, { kind: "resolved-by-sender", by: "Alertmanager" }, at);
    return;
  }
  if (!who) throw new Error(`Nobody did this: ${deed[0]}`);
  const turn = { alert, at, by: scene.people[who], scene, asked };
  switch (deed[0]) {
    case "paged":
      page(draft, turn, { person: turn.by, seat: deed[1] });
      break;
    case "quietly told":
      tell(draft, alert, { kind: "released", by: "Watchbill" }, at);
      page(draft, turn, { person: turn.by, seat: "delivery", kind: "quiet" });
      break;
    case "acknowledged":
      acknowledge(draft, turn);
      break;
    case "ops":
      pageOps(draft, turn, deed[1], deed[2]);
      break;
    case "brought in":
      bringIn(draft, turn, deed[1], deed[2]);
      break;
    case "noted":
      tell(draft, alert, { kind: "noted", detail: { words: deed[1] }, by: turn.by }, at);
      break;
    case "resolved":
      resolve(draft, turn, { cause: deed[1], remedy: deed[2] });
  }
}

function page(draft: Draft, { alert, at, asked, scene }: Turn, facts: PageFacts): void {
  asked.push(draftPage(draft, alert, { ...facts, method: methodOf(scene, facts.person, at) }, at));
}

/** How somebody could be reached then. */
function methodOf({ methods }: Scene, { id }: Person, at: Temporal.Instant): ContactMethod | undefined {
  const method = methods.get(id);
  return method && Temporal.Instant.compare(method.createdAt, at) < 0 ? method : undefined;
}

function acknowledge(draft: Draft, { alert, at, by, asked }: Turn): void {
  const own = asked.filter(({ personId }) => personId === by.id);
  for (const page of own) draft.change(pages, page, { answeredAt: at });
  // Whoever of the delivery team answers first has engaged, paged or not.
  const isHelp = own.some(({ seat }) => seat !== "delivery");
  if (!isHelp && alert.deliveryPagedAt && !alert.deliveryEngagedAt)
    draft.change(alerts, alert, { deliveryEngagedAt: at });
  if (!alert.holderId) draft.change(alerts, alert, { status: "acknowledged", holderId: by.id, acknowledgedAt: at });
  tell(draft, alert, { kind: "acknowledged", by }, at);
}

function pageOps(draft: Draft, turn: Turn, suspicion: string, who: Who): void {
  const { alert, at, by, scene } = turn;
  const person = scene.people[who];
  page(draft, turn, { person, seat: "ops", by, word: suspicion });
  draft.change(alerts, alert, { opsPagedAt: at });
  const detail = { suspicion, people: [namedPerson(person)] };
  tell(draft, alert, { kind: "ops-paged", detail, by }, at);
}

function bringIn(draft: Draft, turn: Turn, who: Who, word: string): void {
  const { alert, at, by, scene } = turn;
  const person = scene.people[who];
  page(draft, turn, { person, seat: "brought-in", by, word });
  const detail = { team: null, people: [namedPerson(person)], word };
  tell(draft, alert, { kind: "brought-in", detail, by }, at);
}

function resolve(draft: Draft, { alert, at, by }: Turn, said: { cause: string; remedy: string }): void {
  draft.change(alerts, alert, { status: "resolved", resolvedAt: at, resolvedById: by.id, ...said });
  tell(draft, alert, { kind: "resolved", detail: said, by }, at);
}

/** Half past a release of the storefront: checkout fails for some, and the cache behind it is nearly full. */
function draftNow(draft: Draft, at: Temporal.Instant, scene: Scene, rules: Rules): void {
  const { people, services } = scene;
  const ago = (minutes: number) => at.subtract({ minutes });
  const released = "Storefront 4.13.0: recommendations load when they come into view";
  draftChange(draft, services.storefront, { summary: released, by: "Nuno Vale" }, ago(34));
  draftChange(
    draft,
    services.checkout,
    { kind: "flag", summary: "checkout.wallets on for everybody", by: "Lin Wei" },
    ago(60 * 20),
  );
  draftChange(
    draft,
    services.sessionCache,
    { kind: "config", summary: "Pool limit of promotions raised to 40", by: "Ines Duarte" },
    ago(60 * 29),
  );

  const connections = rules.get("SessionCacheConnectionsHigh");
  const payments = rules.get("CheckoutPaymentStepErrors");
  if (!connections || !payments) throw new Error("Nobody made the rules that fire now.");
  draftAlert(
    draft,
    {
      ...{ service: services.sessionCache, rule: connections, severity: "warning", customerImpact: null },
      summary: "Shard 4 has 8,900 of its 10,000 connections in use",
      labels: { alertname: connections.name, service: services.sessionCache.slug, severity: "warning", shard: "4" },
      ...{ gate: "hold", gateReason: "low-severity" },
    },
    ago(11),
  );
  const alert = draftAlert(
    draft,
    {
      ...{ service: services.checkout, rule: payments, severity: "critical", customerImpact: null },
      summary: "6 % of payment steps fail",
      labels: {
        ...{ alertname: payments.name, service: services.checkout.slug, severity: "critical", instance: "checkout-4" },
        error: "PoolExhausted: no connection to session-4 within 250 ms",
      },
      ...{ links: [{ title: "Orders a minute", url: "https://graphs.harbour.example/d/checkout" }] },
      ...{ stepsTaken: 1, nextStepAt: ago(3).add({ minutes: 5 }) },
    },
    ago(3),
  );
  const person = people.ada;
  draftPage(draft, alert, { person, seat: "delivery", method: methodOf(scene, person, ago(3)) }, ago(3));
}

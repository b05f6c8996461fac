import { describe, expect, test } from "vitest";
import { bitsOf, type CheckKind, type CheckState, checks, levelReached } from "#lib/coverage/checks";
import { judge, unmeasured } from "#lib/coverage/judge";
import { readLimits } from "#lib/coverage/limits";
import {
  ada,
  answer,
  at,
  daysAgo,
  expert,
  facts,
  failure,
  lin,
  load,
  note,
  type Overrides,
  olu,
  team,
  unread,
  watch,
} from "#lib/coverage/testing/facts";

const limits = readLimits(null);

const found = (check: CheckKind, otherwise: Overrides = {}, measured = limits) => {
  const one = judge(facts(otherwise), measured, at).find((other) => other.check === check);
  if (!one) throw new Error(`Nothing was found of ${check}.`);
  return one;
};

const hour = (text: string) => Temporal.Instant.from(text);
const gap = (from: string, to: string) => ({ from: hour(from), to: hour(to) });
const reach = (workedAt: Temporal.Instant | null, isVerified = true) =>
  new Map([
    ["ada", { isVerified, workedAt }],
    ...["lin", "noor", "olu"].map((id) => [id, { isVerified: true, workedAt: daysAgo(3) }] as const),
  ]);
const stretch = (days: number, alerts: number) => ({ at: daysAgo(days), alerts });

/** What makes each check what it is: the words are part of what is promised. */
const cases: Record<CheckKind, [CheckState, Overrides, string][]> = {
  "delivery-team": [
    ["met", {}, "Checkout delivers it, with 2 active members."],
    ["not_met", { team: null }, "Nobody delivers it."],
    ["not_met", { team: team({ isLiving: false }) }, "Checkout delivers it, and is retired."],
    ["not_met", { team: team({ members: [] }) }, "Checkout delivers it, and has no active member."],
    [
      "not_met",
      { team: team({ members: [{ ...ada, isLead: true, canSignIn: false, since: daysAgo(9) }] }) },
      "Checkout delivers it, and nobody in it can sign in: none has an e-mail address.",
    ],
  ],
  lead: [
    ["met", {}, "Ada leads Checkout."],
    [
      "not_met",
      { team: team({ members: [{ ...lin, isLead: false, canSignIn: true, since: at }] }) },
      "Checkout has no lead.",
    ],
    ["not_measured", { team: null }, "Nobody delivers it, so that there is no team to be led."],
  ],
  manager: [
    ["met", {}, "Noor manages Checkout."],
    ["not_met", { team: team({ manager: null }) }, "Checkout has no manager."],
    ["not_measured", { team: null }, "Nobody delivers it, so that there is no team to be managed."],
  ],
  facts: [
    ["met", {}, "Tier 1, production; customers see it."],
    ["not_met", { service: { tier: null } }, "Nobody has stated its tier."],
    [
      "not_met",
      { service: { tier: null, customerFacing: null } },
      "Nobody has stated its tier and whether customers see it.",
    ],
  ],
  "ops-team": [
    ["met", {}, "Harbour Ops has its back."],
    ["not_met", { opsTeam: null }, "No ops team is named."],
  ],
  "owner-exists": [
    ["met", {}, "Checkout is here."],
    [
      "not_met",
      { team: null, service: { ownerReference: "group:default/ghosts" } },
      "Its descriptor names group:default/ghosts, which is not here.",
    ],
    ["not_measured", { team: null }, "Nothing names an owner."],
  ],
  "always-somebody": [
    ["met", {}, "Primary is stood every minute of the next 30 days, by Ada and Lin."],
    ["not_met", { delivery: null }, "No rotation stands its watch."],
    [
      "not_met",
      { delivery: watch("Primary", { gaps: [gap("2026-12-03T09:00:00Z", "2026-12-04T09:00:00Z")] }) },
      "Nobody stands Primary from 3 Dec 2026, 09:00 UTC until 4 Dec 2026, 09:00 UTC.",
    ],
    [
      "not_met",
      { delivery: watch("Primary", { gaps: [{ from: at, to: at.add({ hours: 24 * 30 }) }] }) },
      "Nobody stands Primary at present.",
    ],
    [
      "not_met",
      {
        delivery: watch("Primary", {
          gaps: Array.from({ length: 22 }, (_, day) => ({
            from: at.add({ hours: 24 * day + 8 }),
            to: at.add({ hours: 24 * day + 20 }),
          })),
        }),
      },
      "Primary is left to nobody every few days.",
    ],
    [
      "not_measured",
      { delivery: unread("Primary") },
      "Primary has a layer that cannot be read, so that nobody knows who stands it.",
    ],
  ],
  backup: [
    ["met", {}, "Lin stands Secondary."],
    ["not_met", { backup: null }, "Its escalation path names no backup rotation."],
    ["not_met", { backup: watch("Secondary", { now: null }) }, "Nobody stands Secondary."],
    ["not_met", { backup: watch("Secondary", { now: ada }) }, "Ada stands both Primary and Secondary."],
    [
      "not_measured",
      { backup: unread("Secondary") },
      "Secondary has a layer that cannot be read, so that nobody knows who stands it.",
    ],
  ],
  "ops-now": [
    ["met", {}, "Olu stands Ops watch."],
    [
      "met",
      { ops: watch("Ops watch", { now: null }), behindOps: { team: { slug: "o", name: "Fallback" }, people: [olu] } },
      "Nobody stands an ops watch: 1 person of Fallback would be paged.",
    ],
    ["not_met", { ops: null }, "Nobody would be paged."],
    [
      "not_measured",
      { ops: unread("Ops watch") },
      "Ops watch has a layer that cannot be read, so that nobody knows who stands it.",
    ],
  ],
  "contact-methods": [
    ["met", {}, "Within the last 91 days something reached Ada, Lin, and Olu."],
    ["not_met", { reach: reach(null, false) }, "Ada has no verified contact method."],
    ["not_met", { reach: reach(daysAgo(100)) }, "Nothing has reached Ada since 12 Aug 2026."],
    ["not_measured", { reach: reach(null) }, "Nothing was ever sent to Ada: a test of their pager would show it."],
    [
      "not_measured",
      { delivery: null, backup: null, ops: null },
      "Nobody holds its watch within the next 30 days, so that nobody is asked.",
    ],
  ],
  "more-than-one": [
    ["met", {}, "Ada and Lin stand Primary within the next 90 days."],
    [
      "not_met",
      { delivery: watch("Primary", { holdersOfQuarter: [ada] }) },
      "Only Ada stands Primary within the next 90 days.",
    ],
    ["not_met", { delivery: null }, "No rotation stands its watch."],
    [
      "not_measured",
      { delivery: unread("Primary") },
      "Primary has a layer that cannot be read, so that nobody knows who stands it.",
    ],
  ],
  load: [
    [
      "met",
      {},
      "In the 12 weeks before 16 Nov 2026 nobody stood it more than 25 % of the time, and 0 of 168 stretches of 12 hours brought more than 2 alerts that needed work.",
    ],
    [
      "met",
      { delivery: watch("Primary", { load: load({ stretches: [stretch(20, 9)] }) }) },
      "In the 12 weeks before 16 Nov 2026 nobody stood it more than 25 % of the time, and 1 of 168 stretches of 12 hours brought more than 2 alerts that needed work.",
    ],
    [
      "not_met",
      {
        delivery: watch("Primary", {
          load: load({
            stood: [
              { ...ada, hours: 672, spans: [] },
              { ...lin, hours: 504, spans: [] },
            ],
          }),
        }),
      },
      "In the 12 weeks before 16 Nov 2026 1 of 2 people stood it more than 25 % of the time.",
    ],
    [
      "not_met",
      {
        delivery: watch("Primary", {
          load: load({ stretches: Array.from({ length: 9 }, (_, index) => stretch(10 + index, 3)) }),
        }),
      },
      "In the 12 weeks before 16 Nov 2026 9 of 168 stretches of 12 hours brought more than 2 alerts that needed work.",
    ],
    [
      "not_measured",
      { delivery: watch("Primary", { load: load({ span: { from: daysAgo(20), to: daysAgo(4) } }) }) },
      "Primary has not been stood for four weeks yet, so that its load cannot be told.",
    ],
    ["not_measured", { delivery: null }, "No rotation stands its watch, so that nobody carries it."],
  ],
  "architecture-note": [
    ["met", {}, "“How it works” was confirmed on 31 Oct 2026."],
    [
      "met",
      { notes: [note({ state: "overdue" }), note({ state: "proven", name: "Flow" })] },
      "“Flow” was proven by use on 31 Oct 2026.",
    ],
    ["not_met", { notes: [] }, "There is no architecture note."],
    ["not_met", { notes: [note({ state: "overdue" })] }, "“How it works” is overdue for a review."],
    ["not_met", { notes: [note({ state: "doubtful" })] }, "“How it works” is in doubt."],
    [
      "not_measured",
      { notes: [note({ state: "unreviewed", at: null })] },
      "“How it works” has not been confirmed by an expert yet.",
    ],
  ],
  runbooks: [
    ["met", {}, "There is a living runbook for HighErrorRate."],
    ["not_met", { rules: [{ name: "Slow", runbook: null }] }, "There is no runbook for Slow."],
    [
      "not_met",
      {
        rules: [
          { name: "Slow", runbook: null },
          { name: "Full", runbook: note({ state: "overdue" }) },
        ],
      },
      "There is no runbook for Slow; that for Full is overdue for a review.",
    ],
    ["not_measured", { rules: [] }, "No alert rule is known of it that may wake anybody."],
  ],
  dependencies: [
    ["met", {}, "It needs Ledger."],
    [
      "met",
      { needs: [], service: { needsNothingSince: daysAgo(20) } },
      "On 31 Oct 2026 somebody said that it needs nothing else.",
    ],
    ["not_met", { needs: [] }, "Nobody has said what it needs."],
  ],
  signatures: [
    ["met", {}, "A signature explains HighErrorRate."],
    ["not_met", { failures: [failure(), failure({ rule: "Slow", matched: 0 })] }, "No signature explains Slow."],
    ["not_measured", { failures: [] }, "No alert paged anybody within the last 182 days."],
    [
      "not_measured",
      { failures: [failure({ looked: 0, matched: 0 })] },
      "What paged somebody is not over yet, or was not held against the signatures.",
    ],
  ],
  experts: [
    ["met", {}, "Ada and Lin know it."],
    ["not_met", { experts: [expert(ada)] }, "Only Ada is known to know it."],
    [
      "not_measured",
      { experts: [] },
      "Nobody who is still here was named, wrote about it, or answered its alerts within a year.",
    ],
  ],
  answered: [
    ["met", {}, "The last page was answered by its delivery side within 15 minutes."],
    [
      "met",
      { answers: [answer({ engagedAt: null }), ...Array.from({ length: 4 }, () => answer())] },
      "Of the last 5 pages 4 were answered by its delivery side within 15 minutes.",
    ],
    [
      "met",
      { answers: [], drillAnswers: [answer()] },
      "The last page of a drill was answered by its delivery side within 15 minutes.",
    ],
    [
      "not_met",
      { answers: [answer({ afterMinutes: 16 }), answer()] },
      "Of the last 2 pages 1 was answered by its delivery side within 15 minutes.",
    ],
    [
      "not_met",
      { answers: [answer({ engagedAt: null })] },
      "The last page was not answered by its delivery side within 15 minutes.",
    ],
    ["not_measured", { answers: [] }, "Nobody of its delivery side was paged within the last 182 days."],
    [
      "not_measured",
      { answers: [answer({ engagedAt: null, isOpen: true })] },
      "Nobody of its delivery side was paged within the last 182 days.",
    ],
  ],
  "steps-worked": [
    ["met", {}, "A step of “Errors” worked on 11 Nov 2026."],
    [
      "not_met",
      { workedStep: { runbook: { slug: "errors", name: "Errors" }, at: daysAgo(183) } },
      "No step of its runbooks has been marked as worked since 21 May 2026.",
    ],
    ["not_measured", { workedStep: null }, "Nobody has marked yet that a step of its runbooks worked."],
  ],
  "worthwhile-pages": [
    ["met", {}, "Of 3 pages that somebody reviewed, customers saw 3, and 3 could be acted upon."],
    [
      "met",
      { failures: [failure({ alerts: 1, reviewed: 1, customerFacing: 1, actionable: 1 })] },
      "Of 1 page that somebody reviewed, customers saw 1, and 1 could be acted upon.",
    ],
    [
      "not_met",
      { failures: [failure({ alerts: 4, reviewed: 4, customerFacing: 2, actionable: 4 })] },
      "Of 4 pages that somebody reviewed, customers saw 2, and 4 could be acted upon.",
    ],
    ["not_measured", { failures: [] }, "No alert paged anybody within the last 182 days."],
    [
      "not_measured",
      { failures: [failure({ alerts: 9, reviewed: 2 })] },
      "Of 9 pages somebody has said of 2 what they were.",
    ],
  ],
  exercised: [
    ["met", {}, "An alert paged its delivery side on 10 Nov 2026."],
    ["met", { answers: [], drill: { at: daysAgo(20), isAnswered: true } }, "A drill was answered on 31 Oct 2026."],
    [
      "not_met",
      { answers: [], drill: { at: daysAgo(20), isAnswered: false } },
      "Nobody answered the drill of 31 Oct 2026.",
    ],
    [
      "not_met",
      { answers: [], drill: { at: daysAgo(200), isAnswered: true } },
      "Nothing has tried it since the drill of 4 May 2026.",
    ],
    ["not_met", { answers: [] }, "No alert and no drill has tried it within the last 182 days."],
    [
      "not_measured",
      { answers: [], service: { createdAt: daysAgo(20) } },
      "It is in the catalog since 31 Oct 2026, and nothing has tried it yet.",
    ],
  ],
};

describe.each(Object.entries(cases) as [CheckKind, (typeof cases)[CheckKind]][])("%s", (check, rows) => {
  const bySentence = rows.map(([state, otherwise, says]) => [state, says, otherwise] as const);
  test.each(bySentence)("is %s: %s", (state, says, otherwise) => {
    expect(found(check, otherwise)).toMatchObject({ check, state, says });
  });

  test("was not measured before anybody measured it", () => {
    expect(unmeasured(at).find((one) => one.check === check)).toEqual({
      ...{ check, state: "not_measured", says: "Nobody had measured it by 20 Nov 2026.", at: null },
    });
  });

  test("has been shown to be met and not met", () => {
    expect(new Set(rows.map(([state]) => state))).toContain("met");
    expect(new Set(rows.map(([state]) => state))).toContain("not_met");
  });
});

test("everything is found in the order of the checks, and a service of which all is well stands at the highest level", () => {
  const all = judge(facts(), limits, at);
  expect(all.map(({ check }) => check)).toEqual(checks.map(({ kind }) => kind));
  expect(levelReached(bitsOf(all))).toBe(4);
});

test("a service that nothing pages for is proven by its drills", () => {
  const quiet = { answers: [], failures: [], drill: { at: daysAgo(20), isAnswered: true }, drillAnswers: [answer()] };
  expect(levelReached(bitsOf(judge(facts(quiet), limits, at)))).toBe(4);
  expect(levelReached(bitsOf(judge(facts({ ...quiet, drill: null, drillAnswers: [] }), limits, at)))).toBe(3);
});

test("what was found carries the day of the newest thing that it rests on", () => {
  expect(found("delivery-team").at).toBe(daysAgo(200).toString());
  expect(found("exercised").at).toBe(daysAgo(10).toString());
  expect(found("manager").at).toBeNull();
});

test("that everybody can be reached is as old as the oldest proof of it", () => {
  expect(found("contact-methods", { reach: reach(daysAgo(80)) }).at).toBe(daysAgo(80).toString());
});

test("the limits of the installation decide", () => {
  const strict = readLimits({ engageMinutes: 3, provenDays: 8, contactWorkedDays: 2, shareOnWatch: 0.2 });
  expect(found("answered", {}, strict).state).toBe("not_met");
  expect(found("steps-worked", {}, strict).state).toBe("not_met");
  expect(found("contact-methods", {}, strict).state).toBe("not_met");
  expect(found("load", {}, strict).state).toBe("not_met");
});

test("words do not change while nothing does", () => {
  const later = at.add({ hours: 24 });
  const unchanged = judge(facts(), limits, at).map(({ says }) => says);
  expect(judge(facts(), limits, later).map(({ says }) => says)).toEqual(unchanged);
});

test("whoever stood more than their share is not named to everybody", () => {
  const stood = [{ ...ada, hours: 2_000, spans: [] }];
  expect(found("load", { delivery: watch("Primary", { load: load({ stood }) }) }).says).not.toContain("Ada");
});

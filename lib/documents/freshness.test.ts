import { describe, expect, test } from "vitest";
import { type Doubt, type FreshnessFacts, freshness, type MarkFact } from "#lib/documents/freshness";
import { describeDoubt, mendingOf } from "#lib/documents/freshness-words";
import type { EventOfService } from "#lib/documents/service-changes";

// Each row of docs/freshness.md is a test here, under the words of its first column.

const written = Temporal.Instant.from("2026-01-05T09:00:00Z");
const day = (days: number) => written.add({ hours: 24 * days });

/** A runbook that an expert wrote on day 0 and that has to be confirmed every 91 days. */
const facts = (some: Partial<FreshnessFacts> = {}): FreshnessFacts => ({
  kind: "runbook",
  createdAt: written,
  reviewIntervalDays: 91,
  reviewedAt: null,
  expertWroteAt: written,
  writtenAt: written,
  author: { name: "Ada", leftAt: null },
  changes: [],
  assumed: [],
  marks: [],
  deadLinks: [],
  ...some,
});

const named = (name: string) => ({ slug: name.toLowerCase(), name });
const checkout = named("Checkout");
const mark = (verdict: MarkFact["verdict"], at: Temporal.Instant, some: Partial<MarkFact> = {}): MarkFact => ({
  anchor: "mitigation-1",
  step: "Flush the cache.",
  verdict,
  at,
  isPresent: true,
  ...some,
});

const stateAt = (at: Temporal.Instant, some: Partial<FreshnessFacts> = {}) => freshness(facts(some), at).state;
const doubtsAt = (at: Temporal.Instant, some: Partial<FreshnessFacts> = {}) =>
  freshness(facts(some), at).doubts.map(({ because }) => because);

describe("reviewed", () => {
  test("what an expert wrote is confirmed by that, for as long as its review holds", () => {
    expect(freshness(facts(), day(90))).toEqual({
      state: "reviewed",
      doubts: [],
      reviewedAt: written.toString(),
      reviewDueAt: day(91).toString(),
      provenAt: null,
    });
  });

  test("what no expert wrote is unreviewed until an expert confirms it", () => {
    expect(stateAt(day(10), { expertWroteAt: null })).toBe("unreviewed");
    expect(stateAt(day(10), { expertWroteAt: null, reviewedAt: day(9) })).toBe("reviewed");
  });

  test("a later change by somebody who is no expert makes it unreviewed, until an expert confirms that too", () => {
    expect(stateAt(day(10), { writtenAt: day(5) })).toBe("unreviewed");
    expect(stateAt(day(10), { writtenAt: day(5), reviewedAt: day(6) })).toBe("reviewed");
  });
});

describe("overdue", () => {
  test("it is overdue from the very end of the interval on, and a review begins another one", () => {
    expect(stateAt(day(91).subtract({ nanoseconds: 1 }))).toBe("reviewed");
    expect(stateAt(day(91))).toBe("overdue");
    expect(stateAt(day(91), { reviewedAt: day(60) })).toBe("reviewed");
    expect(stateAt(day(151), { reviewedAt: day(60) })).toBe("overdue");
  });

  test("what nobody ever confirmed is due an interval after it came into being", () => {
    expect(stateAt(day(90), { expertWroteAt: null })).toBe("unreviewed");
    expect(stateAt(day(91), { expertWroteAt: null })).toBe("overdue");
  });

  test("a substantial edit by an expert confirms too", () => {
    expect(stateAt(day(120), { expertWroteAt: day(50), writtenAt: day(50) })).toBe("reviewed");
  });

  test("each document has an interval of its own", () => {
    expect(stateAt(day(31), { reviewIntervalDays: 30 })).toBe("overdue");
    expect(stateAt(day(31), { reviewIntervalDays: 365 })).toBe("reviewed");
  });

  test("success does not stand in for a review, and doubts are told besides", () => {
    const some = { marks: [mark("worked", day(90))], changes: [{ at: day(80), event: retired }] };
    expect(stateAt(day(92), some)).toBe("overdue");
    expect(doubtsAt(day(92), some)).toEqual(["service-changed"]);
  });
});

const retired: EventOfService = { kind: "service.retired", service: checkout };
const edited = (...fields: string[]): EventOfService => ({
  kind: "service.edited",
  service: checkout,
  changes: fields.map((field) => ({ field, before: "old", after: "new" })),
});
const transferred = (role: "delivery" | "ops"): EventOfService => ({
  kind: "service.transferred",
  service: checkout,
  role,
  from: named("Payments"),
  to: named("Orders"),
});
const need = (kind: "service.dependency-added" | "service.dependency-removed"): EventOfService => ({
  kind,
  service: checkout,
  needs: named("Tax"),
  strength: "hard",
});

describe("doubtful because the service changed", () => {
  const matter: [string, EventOfService][] = [
    ["its lifecycle changed", edited("lifecycle")],
    ["its tier changed", edited("tier")],
    ["it became customer-facing, or stopped", edited("customerFacing")],
    ["its repository changed", edited("repository")],
    ["its links changed", edited("links")],
    ["another team delivers it", transferred("delivery")],
    ["it was retired", retired],
    ["it was brought back", { kind: "service.restored", service: checkout }],
    ["a dependency was added", need("service.dependency-added")],
  ];
  test.each(matter)("%s", (_, event) => {
    const changes = [{ at: day(10), event }];
    expect(stateAt(day(9))).toBe("reviewed");
    expect(stateAt(day(11), { changes })).toBe("doubtful");
    expect(stateAt(day(11), { changes, reviewedAt: day(11) })).toBe("reviewed");
    expect(stateAt(day(11), { changes, expertWroteAt: day(11), writtenAt: day(11) })).toBe("reviewed");
    expect(stateAt(day(11), { changes, writtenAt: day(11) })).toBe("doubtful");
  });

  const harmless: [string, EventOfService][] = [
    ["its description was corrected", edited("description", "type")],
    ["another ops team stands behind it", transferred("ops")],
    ["a runbook's service needs one thing less", need("service.dependency-removed")],
  ];
  test.each(harmless)("not because %s", (_, event) => {
    expect(stateAt(day(11), { changes: [{ at: day(10), event }] })).toBe("reviewed");
  });

  test("a note is also in doubt once its service needs one thing less", () => {
    const changes = [{ at: day(10), event: need("service.dependency-removed") }];
    expect(stateAt(day(11), { kind: "note", changes })).toBe("doubtful");
    expect(stateAt(day(11), { kind: "note", changes, reviewedAt: day(11) })).toBe("reviewed");
  });

  test("what happened before the last confirmation, or with it, raises none", () => {
    expect(stateAt(day(11), { changes: [{ at: written, event: retired }] })).toBe("reviewed");
  });

  test("of what nobody confirmed, changes since it came into being count", () => {
    expect(stateAt(day(11), { expertWroteAt: null, changes: [{ at: day(1), event: retired }] })).toBe("doubtful");
  });
});

describe("doubtful because an assumption of a note changed", () => {
  const assumed = [{ at: day(10), event: edited("lifecycle") }];

  test("a change of a service that the note assumes puts it in doubt until it is confirmed", () => {
    expect(doubtsAt(day(11), { kind: "note", assumed })).toEqual(["assumption-changed"]);
    expect(stateAt(day(11), { kind: "note", assumed, reviewedAt: day(11) })).toBe("reviewed");
  });

  test("so does its being retired or given to another team, and not what it comes to need itself", () => {
    const because = (event: EventOfService) => doubtsAt(day(11), { kind: "note", assumed: [{ at: day(10), event }] });
    expect(because(retired)).toEqual(["assumption-changed"]);
    expect(because(transferred("delivery"))).toEqual(["assumption-changed"]);
    expect(because(need("service.dependency-added"))).toEqual([]);
    expect(because(edited("description"))).toEqual([]);
  });

  test("a runbook assumes nothing", () => {
    expect(stateAt(day(11), { assumed })).toBe("reviewed");
  });
});

describe.each([
  ["failed", "step-failed"],
  ["out-of-date", "step-out-of-date"],
] as const)("doubtful because a step is marked %s", (verdict, because) => {
  const marks = [mark(verdict, day(10))];

  test("until an expert reviews the document", () => {
    expect(doubtsAt(day(11), { marks })).toEqual([because]);
    expect(stateAt(day(11), { marks, reviewedAt: day(11) })).toBe("reviewed");
    expect(stateAt(day(11), { marks, reviewedAt: day(9) })).toBe("doubtful");
  });

  test("until the same step works for somebody", () => {
    expect(stateAt(day(12), { marks: [...marks, mark("worked", day(11))] })).toBe("proven");
    expect(stateAt(day(12), { marks: [...marks, mark("worked", day(9))] })).toBe("doubtful");
    expect(stateAt(day(12), { marks: [...marks, mark("worked", day(11), { step: "Restart it." })] })).toBe("doubtful");
  });

  test("until the words of the step change, and not by an edit elsewhere", () => {
    const edit = { expertWroteAt: day(11), writtenAt: day(11) };
    expect(stateAt(day(12), { ...edit, marks })).toBe("doubtful");
    expect(stateAt(day(12), { ...edit, marks: [mark(verdict, day(10), { isPresent: false })] })).toBe("reviewed");
  });

  test("and is told once, however often it was marked so", () => {
    expect(doubtsAt(day(12), { marks: [...marks, mark(verdict, day(11))] })).toEqual([because]);
  });
});

describe("doubtful because the author left", () => {
  test("from then on, until somebody who is there confirms it", () => {
    const author = { name: "Ada", leftAt: day(10) };
    expect(doubtsAt(day(11), { author })).toEqual(["author-left"]);
    expect(stateAt(day(11), { author, reviewedAt: day(11) })).toBe("reviewed");
    expect(stateAt(day(11), { author: { name: "Ada", leftAt: null } })).toBe("reviewed");
  });
});

describe("doubtful because a link is dead", () => {
  test("until it answers again, leaves the text, or an expert confirms the document", () => {
    const deadLinks = [{ url: "https://wiki.example/gone", since: day(10) }];
    expect(doubtsAt(day(11), { deadLinks })).toEqual(["link-dead"]);
    expect(stateAt(day(11), { deadLinks: [] })).toBe("reviewed");
    expect(stateAt(day(11), { deadLinks, reviewedAt: day(11) })).toBe("reviewed");
  });
});

describe("proven", () => {
  const marks = [mark("worked", day(10))];

  test("a step that worked proves the document, for one interval", () => {
    const some = { marks, reviewIntervalDays: 30 };
    expect(stateAt(day(11), some)).toBe("proven");
    expect(stateAt(day(40).subtract({ nanoseconds: 1 }), { ...some, reviewedAt: day(20) })).toBe("proven");
    expect(stateAt(day(40), { ...some, reviewedAt: day(20) })).toBe("reviewed");
    expect(freshness(facts(some), day(11)).provenAt).toBe(day(10).toString());
  });

  test("what nobody has reviewed can be proven by use", () => {
    expect(stateAt(day(11), { marks, expertWroteAt: null })).toBe("proven");
  });

  test("no doubt stands beside it", () => {
    expect(stateAt(day(12), { marks, changes: [{ at: day(11), event: retired }] })).toBe("doubtful");
  });

  test("a substantial change ends it, and so does a change of the step's own words", () => {
    expect(stateAt(day(12), { marks, expertWroteAt: day(11), writtenAt: day(11) })).toBe("reviewed");
    expect(stateAt(day(12), { marks: [mark("worked", day(10), { isPresent: false })] })).toBe("reviewed");
  });

  test("a step that fails afterwards ends it", () => {
    expect(stateAt(day(12), { marks: [...marks, mark("failed", day(11))] })).toBe("doubtful");
  });
});

test("doubts are told in the order of alarm, the latest of a kind first", () => {
  const some: Partial<FreshnessFacts> = {
    kind: "note",
    deadLinks: [{ url: "https://wiki.example/gone", since: day(14) }],
    author: { name: "Ada", leftAt: day(13) },
    assumed: [{ at: day(12), event: retired }],
    changes: [
      { at: day(5), event: need("service.dependency-added") },
      { at: day(6), event: edited("tier") },
      { at: day(7), event: retired },
    ],
    marks: [mark("out-of-date", day(3), { step: "Ask Lin." }), mark("failed", day(2))],
  };
  const { doubts } = freshness(facts(some), day(20));
  expect(doubts.map(({ because, at }) => [because, at])).toEqual([
    ["step-failed", day(2).toString()],
    ["step-out-of-date", day(3).toString()],
    ["service-changed", day(7).toString()],
    ["service-changed", day(6).toString()],
    ["dependency-added", day(5).toString()],
    ["assumption-changed", day(12).toString()],
    ["author-left", day(13).toString()],
    ["link-dead", day(14).toString()],
  ]);
});

describe("words", () => {
  const doubt = (because: string, some: object) => ({ because, at: written.toString(), ...some }) as Doubt;

  test("a doubt says which and why", () => {
    const { doubts } = freshness(facts({ changes: [{ at: day(1), event: edited("tier", "links", "name") }] }), day(2));
    expect(doubts.map(describeDoubt)).toEqual([
      "the service changed: its tier went from old to new and its links changed",
    ]);
    expect(describeDoubt(doubt("dependency-added", { service: "Tax" }))).toBe("Tax was added as a dependency");
  });

  test("each doubt says what mends it, in the word for the kind of document", () => {
    expect(mendingOf(doubt("step-failed", {}), "runbook")).toContain("mark that it works, or confirm the runbook");
    expect(mendingOf(doubt("assumption-changed", {}), "note")).toContain("confirm the note");
    expect(mendingOf(doubt("link-dead", {}), "runbook")).toContain("Correct the link");
  });
});

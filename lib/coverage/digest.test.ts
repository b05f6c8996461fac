import { describe, expect, test } from "vitest";
import { coverageDigest, type TeamDigest } from "#lib/coverage/digest";

const tally = (levels: number[]) => ({
  ...{ day: "2026-11-02", levels, met: [], notMet: [] },
  services: levels.reduce((sum, count) => sum + count, 0),
});
const team = (facts: Partial<TeamDigest> = {}): TeamDigest => ({
  ...{ name: "Checkout", path: "/teams/checkout/coverage", url: "https://bill.example/teams/checkout/coverage" },
  comparison: { now: tally([0, 1, 2, 0, 1]), before: tally([0, 1, 2, 0, 1]) },
  ...{ moved: [], conversations: 0 },
  ...facts,
});

describe("the monthly digest of coverage", () => {
  test("says nothing where nothing changed and no conversation waits", () => {
    expect(coverageDigest([team()])).toBeUndefined();
    expect(coverageDigest([team({ comparison: { now: null, before: null }, conversations: 2 })])).toBeUndefined();
  });

  test("says shares now and a month ago, which services rose and fell, and how many conversations wait", () => {
    const moved = [
      { name: "Cart", before: 1, now: 2 },
      { name: "Basket", before: 2, now: 0 },
    ];
    const comparison = { now: tally([1, 0, 2, 0, 1]), before: tally([0, 1, 2, 0, 1]) };
    expect(coverageDigest([team({ comparison, moved, conversations: 2 })])).toEqual({
      subject: "Coverage of Checkout: one service rose, one service fell",
      lines: [
        "Checkout, 4 services: Owned 75 % (100 % a month ago), Reachable 75 %, Prepared 25 %, Proven 25 %.",
        "Rose: Cart (now Reachable).",
        "Fell: Basket (now not Owned yet).",
        "2 conversations to have, on the team's page.",
        "You can turn this digest off under Your account, Reminders.",
      ],
      path: "/teams/checkout/coverage",
    });
  });

  test("of several teams leads to each, and leaves out those of which there is nothing to say", () => {
    const other = team({ name: "Payments", url: "https://bill.example/teams/payments/coverage", conversations: 1 });
    const silent = team({ name: "Silent" });
    const digest = coverageDigest([team({ conversations: 1 }), silent, other]);
    expect(digest?.subject).toBe("Coverage of 2 teams: how it stands");
    expect(digest?.lines).toContain("https://bill.example/teams/payments/coverage");
    expect(digest?.lines.join(" ")).not.toContain("Silent");
  });

  test("names no more services than somebody reads", () => {
    const moved = Array.from({ length: 11 }, (_, n) => ({ name: `Service ${n}`, before: 0, now: 1 }));
    expect(coverageDigest([team({ moved })])?.lines[1]).toMatch(/^Rose: Service 0 .+ and 3 more\.$/);
  });
});

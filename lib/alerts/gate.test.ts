import fc from "fast-check";
import { expect, test } from "vitest";
import { asksForImpact, type GateFacts, gate, impactFacts } from "#lib/alerts/gate";
import { gateWords } from "#lib/alerts/gate-words";

const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
const morning = "2026-03-03T09:00:00Z";
const later = night.add({ hours: 2 });
const facts: GateFacts = {
  ...{ severity: "critical", isDrill: false, isUnrouted: false, maintenanceUntil: null },
  ...{ saysImpact: false, saysNoImpact: false, isFirstTime: false, workingHours: null },
};

test.each([
  ["an impact that is stated pages", { saysImpact: true }, "page customer-impact", null],
  ["an error pages as a critical one does", { severity: "error", saysImpact: true }, "page customer-impact", null],
  [
    "a warning waits for working hours, whatever its impact",
    { severity: "warning", saysImpact: true },
    "hold low-severity",
    morning,
  ],
  ["an info waits too", { severity: "info" }, "hold low-severity", morning],
  ["a rule that nobody was asked about pages once", { isFirstTime: true }, "page first-time", null],
  ["one without an answer waits", {}, "hold impact-unanswered", morning],
  ["one without impact waits", { saysNoImpact: true, isFirstTime: true }, "hold no-customer-impact", morning],
  [
    "maintenance holds until its end",
    { maintenanceUntil: later, saysImpact: true },
    "hold maintenance",
    later.toString(),
  ],
  [
    "maintenance holds a low one until its end too",
    { maintenanceUntil: later, severity: "info" },
    "hold maintenance",
    later.toString(),
  ],
  [
    "a drill pages, even in maintenance",
    { isDrill: true, maintenanceUntil: later, severity: "info" },
    "page drill",
    null,
  ],
  ["an unrouted one pages by its severity alone", { isUnrouted: true, saysNoImpact: true }, "page first-time", null],
  ["an unrouted warning waits", { isUnrouted: true, severity: "warning" }, "hold low-severity", morning],
  [
    "working hours are the team's own",
    { workingHours: { timeZone: "Asia/Tokyo", weekdays: ["tuesday"], from: "08:00", to: "18:00" } },
    "hold impact-unanswered",
    night.toString(),
  ],
] as const)("%s", (_what, changes, expected, releasesAt) => {
  const told = gate({ ...facts, ...changes }, night);
  expect([`${told.decision} ${told.reason}`, told.releasesAt?.toString() ?? null]).toEqual([expected, releasesAt]);
});

test("only critical alerts and errors ever page but for drills, and what is held is always released", () => {
  const any = fc.record({
    severity: fc.constantFrom("critical", "error", "warning", "info"),
    ...{ isDrill: fc.boolean(), isUnrouted: fc.boolean(), saysImpact: fc.boolean(), saysNoImpact: fc.boolean() },
    ...{ isFirstTime: fc.boolean(), maintenanceUntil: fc.constantFrom(null, later), workingHours: fc.constant(null) },
  });
  fc.assert(
    fc.property(any, (told) => {
      const { decision, releasesAt } = gate(told as GateFacts, night);
      if (decision === "page" && !told.isDrill) expect(["critical", "error"]).toContain(told.severity);
      expect(releasesAt === null).toBe(decision === "page");
      if (asksForImpact(told as GateFacts, night)) expect(told.saysImpact || told.saysNoImpact).toBe(false);
    }),
  );
});

test("what people said of a rule counts before what its sender says; the service's own rule before nobody's", () => {
  const rule = (customerImpact: string | null, isWithoutCustomerImpact = false) => ({
    customerImpact,
    isWithoutCustomerImpact,
  });
  const silent = { customerImpact: null };
  expect(impactFacts(silent, [])).toEqual({ saysImpact: false, saysNoImpact: false });
  expect(impactFacts(silent, [rule(null), rule("Nothing loads.")])).toEqual({ saysImpact: true, saysNoImpact: false });
  expect(impactFacts(silent, [rule(null, true), rule("Nothing loads.")])).toMatchObject({ saysNoImpact: true });
  expect(impactFacts({ customerImpact: "Nothing loads." }, [rule(null, true)])).toMatchObject({ saysNoImpact: true });
  expect(impactFacts({ ...silent, isWithoutCustomerImpact: true }, [rule(null)])).toMatchObject({ saysNoImpact: true });
  expect(impactFacts({ ...silent, isWithoutCustomerImpact: true }, [rule("It does.")])).toEqual({
    saysImpact: true,
    saysNoImpact: false,
  });
});

test("every reason is said in words that name what mends it", () => {
  const words = (reason: string, service: unknown = {}) =>
    gateWords({
      gate: { decision: reason === "first-time" ? "page" : "hold", reason, releasesAt: null },
      service,
    } as never);
  expect(words("impact-unanswered")).toMatch(/nobody has said.*Say so/);
  expect(words("no-customer-impact")).toMatch(/say so in its rule/);
  expect(words("low-severity")).toMatch(/only critical alerts and errors/);
  expect(words("maintenance")).toMatch(/End the window/);
  expect(words("first-time")).toMatch(/this once/);
  expect(words("first-time", null)).toMatch(/pages ops.*administrator/);
});

import { expect, test } from "vitest";
import { milestonesOf } from "#lib/alerts/milestones";
import type { EntryView, PageView } from "#lib/alerts/views";

const at = (minute: number) => `2026-11-23T03:${String(minute).padStart(2, "0")}:00Z`;
const somebody = (name: string) => ({ id: name, address: `${name}@x.example`, name, email: null, timeZone: null });
const page = (name: string, seat: PageView["seat"], minute: number, answered: number | null): PageView => ({
  ...{ id: `${name} ${minute}`, person: somebody(name), seat, kind: "page", word: null, by: null, at: at(minute) },
  ...{ answeredAt: answered === null ? null : at(answered), messages: [] },
});
const by = { name: "Ada", address: "ada@x.example" };

const alert = {
  ...{ startsAt: at(1), openedAt: at(2), deliveryPagedAt: at(3), deliveryEngagedAt: at(9), origin: "alertmanager" },
  pages: [page("Lin", "delivery", 3, null), page("Ada", "backup", 8, 9), page("Noor", "ops", 10, 12)],
  ...{ resolvedAt: at(40), resolvedBy: somebody("Ada") },
};

test("an account names each milestone with its time and who reached it", () => {
  const entries: EntryView[] = [
    { id: 1, at: at(9), by, kind: "acknowledged" },
    { id: 2, at: at(20), by, kind: "step-marked", verdict: "failed", step: "Restart it.", path: "/", word: null },
    { id: 3, at: at(25), by, kind: "step-marked", verdict: "worked", step: "Roll back.", path: "/", word: null },
  ];
  expect(milestonesOf(alert, entries)).toEqual([
    { kind: "began", at: at(1), by: null },
    { kind: "raised", at: at(2), by: "alertmanager" },
    { kind: "paged", at: at(3), by: "Lin" },
    { kind: "engaged", at: at(9), by: "Ada" },
    { kind: "ops-in", at: at(12), by: "Noor" },
    { kind: "mitigated", at: at(25), by: "Roll back." },
    { kind: "resolved", at: at(40), by: "Ada" },
  ]);
});

test("what nobody reached or noted has no time, and a sender may end it", () => {
  const quiet = { ...alert, deliveryEngagedAt: null, pages: [page("Noor", "ops", 10, null)], resolvedBy: null };
  const found = new Map(milestonesOf(quiet, []).map((one) => [one.kind, one]));
  expect(found.get("engaged")?.at).toBe(null);
  expect(found.get("ops-in")?.at).toBe(null);
  expect(found.get("mitigated")?.at).toBe(null);
  expect(found.get("resolved")?.by).toBe("its sender");
});

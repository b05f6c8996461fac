import { expect, test } from "vitest";
import { drillMeasures } from "#lib/alerts/drills/measures";
import type { DrillPerson } from "#lib/alerts/drills/views";

const raisedAt = "2027-03-01T10:00:00Z";
const later = (minutes: number) => Temporal.Instant.from(raisedAt).add({ minutes }).toString();
const person = (name: string, answeredAt: string | null): DrillPerson => ({
  ...{ address: `${name}@harbour.example`, name, answer: "agreed", seat: "delivery", pagedAt: raisedAt, answeredAt },
});
const alert = {
  ...{ id: "a", status: "resolved" as const, deliveryPagedAt: raisedAt, deliveryEngagedAt: later(4) },
  ...{ resolvedAt: later(20), resolvedBy: "ada", stepsWorked: 2 },
};

test("a drill is measured from its raising to the first answer, to the delivery side's, and to its end", () => {
  const people = [person("late", later(6)), person("first", later(2)), person("silent", null)];
  expect(drillMeasures({ raisedAt, alert, people })).toEqual({
    ...{ paged: 3, answered: 2, firstAnswer: { from: raisedAt, to: later(2) } },
    ...{ engaged: { from: raisedAt, to: later(4) }, ended: { from: raisedAt, to: later(20) } },
  });
});

test("what did not happen is not measured", () => {
  const open = { ...alert, deliveryPagedAt: null, resolvedAt: null, resolvedBy: null };
  expect(drillMeasures({ raisedAt, alert: open, people: [person("silent", null)] })).toEqual({
    ...{ paged: 1, answered: 0, firstAnswer: null, engaged: null, ended: null },
  });
  expect(drillMeasures({ raisedAt: null, alert: null, people: [] })).toBeUndefined();
});

import { expect, test } from "vitest";
import { instantSpan, recordSpan } from "#lib/records/span";

const at = Temporal.Instant.from("2026-11-20T12:00:00Z");
const zone = "Europe/Lisbon";

test("the last two quarters are meant where nothing is asked, up to this very instant", () => {
  const { span, ...days } = recordSpan({}, zone, at);
  expect(days).toEqual({ from: "2026-05-21", to: "2026-11-20", preset: "two quarters", problem: undefined });
  expect(`${span.from}`).toBe("2026-05-20T23:00:00Z");
  expect(span.to).toEqual(at);
});

test("days are whole days of the reader's zone, the last one included", () => {
  const { span } = recordSpan({ from: "2026-03-29", to: "2026-03-29" }, zone, at);
  expect([`${span.from}`, `${span.to}`]).toEqual(["2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z"]);
});

test("a span reaches back five years at most, and never ahead", () => {
  const { from, to, problem, span } = recordSpan({ from: "1970-01-01", to: "2200-12-31" }, zone, at);
  expect([from, to]).toEqual(["2021-11-20", "2026-11-20"]);
  expect(problem).toBe("A record reaches back 5 years at most, so this one begins at 20 November 2021.");
  expect(span.to).toEqual(at);
});

test.each([
  [{ from: "2026-02-30", to: "2026-03-01" }],
  [{ from: "2026-03-02", to: "2026-03-01" }],
  [{ from: "2026-12-01", to: "2026-12-31" }],
  [{ from: ["2026-01-01", "2026-02-01"], to: "2026-03-01" }],
  [{ from: "0001-01-01" }],
])("what makes no sense gives the usual days, and says so: %j", (asked) => {
  expect(recordSpan(asked, zone, at)).toMatchObject({
    preset: "two quarters",
    problem: expect.stringContaining("Choose"),
  });
});

test("programs ask by instants: half a year where none is given, cut to what has been and to five years", () => {
  const day = (text: string) => Temporal.Instant.from(`${text}T00:00:00Z`);
  expect(instantSpan({}, at)).toEqual({ from: at.subtract({ hours: 24 * 182 }), to: at });
  expect(instantSpan({ to: day("2030-01-01") }, at)?.to).toEqual(at);
  expect(instantSpan({ from: day("1900-01-01") }, at)?.from).toEqual(at.subtract({ hours: 24 * 366 * 5 }));
  expect(instantSpan({ from: day("2026-03-02"), to: day("2026-03-01") }, at)).toBeUndefined();
  expect(instantSpan({ from: day("2027-01-01") }, at)).toBeUndefined();
});

import { expect, test } from "vitest";
import { NoteAbsenceForm } from "#lib/people/absence-form-inputs";

const typed = { person: "lin@example.com", from: "2026-11-27", to: "2026-11-29", timeZone: "Europe/Lisbon" };
const span = (form: object) => {
  const { from, to } = NoteAbsenceForm.parse({ ...typed, ...form });
  return `${from} ${to}`;
};

test("days are whole, the last one included", () => {
  expect(span({})).toBe("2026-11-27T00:00:00Z 2026-11-30T00:00:00Z");
  expect(span({ fromTime: "", toTime: "" })).toBe("2026-11-27T00:00:00Z 2026-11-30T00:00:00Z");
});

test("one day needs no last day, and times narrow it", () => {
  expect(span({ to: "" })).toBe("2026-11-27T00:00:00Z 2026-11-28T00:00:00Z");
  expect(span({ to: "", fromTime: "14:00", toTime: "18:00" })).toBe("2026-11-27T14:00:00Z 2026-11-27T18:00:00Z");
});

test("what is no day is told beside its field", () => {
  const { error } = NoteAbsenceForm.safeParse({ ...typed, from: "soon", to: "2026-11-31" });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["from", "to"]);
});

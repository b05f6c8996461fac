import { expect, test } from "vitest";
import { firstToDo } from "#lib/documents/first-to-do";
import { outlineOf } from "#lib/documents/markdown/render";

const first = (body: string) => firstToDo(outlineOf(body, "runbook"));

test("whoever was woken begins with the first step of the mitigation, also when it stands under a smaller heading", () => {
  expect(first("## Diagnosis\n\n1. Look.\n\n## Mitigation\n\n### At once\n\n1. Roll back.\n")).toEqual({
    anchor: "at-once-1",
    words: "First: Roll back.",
  });
});

test("a mitigation without steps is led to as a whole, and steps after it are not taken for its own", () => {
  expect(first("## Mitigation\n\nRoll back.\n\n## Notes\n\n1. Read.\n")).toEqual({
    anchor: "mitigation",
    words: "What to do: mitigation",
  });
});

test("without a mitigation the diagnosis comes first, and a text without either has no such way", () => {
  expect(first("## Meaning\n\nIt fails.\n\n## Diagnosis\n\nLook.\n")?.anchor).toBe("diagnosis");
  expect(first("It fails.\n")).toBeUndefined();
});

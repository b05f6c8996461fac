import { expect, test } from "vitest";
import { MergeConflict } from "#lib/documents/merge-conflict";
import { mergeSave } from "#lib/documents/merge-save";

const base = { title: "Title", alertNames: ["A", "B"], body: "One\n\nTwo\n" };
const merge = (yours: Partial<typeof base>, theirs: Partial<typeof base>) =>
  mergeSave("runbook", 2, base, { ...base, ...yours }, { ...base, ...theirs });

test("fields that different people changed are all kept", () => {
  expect(merge({ title: "Yours" }, { body: "1\n\nTwo\n" })).toEqual({ ...base, title: "Yours", body: "1\n\nTwo\n" });
  expect(merge({ body: "1\n\nTwo\n" }, { title: "Theirs" })).toEqual({ ...base, title: "Theirs", body: "1\n\nTwo\n" });
});

test("each adds alert names of their own and takes others away, and a name that both added is there once", () => {
  expect(merge({ alertNames: ["A", "B", "C", "E"] }, { alertNames: ["D", "B", "E"] }).alertNames).toEqual([
    ...["D", "B", "E", "C"],
  ]);
  expect(merge({ alertNames: [] }, { alertNames: ["A", "B", "C"] }).alertNames).toEqual(["C"]);
  expect(merge({ alertNames: ["B", "A"] }, {}).alertNames).toEqual(["B", "A"]);
});

test("two other titles contradict each other, and the conflict holds both with the text already merged", () => {
  try {
    merge({ title: "Yours", body: "1\n\nTwo\n" }, { title: "Theirs", body: "One\n\n2\n" });
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof MergeConflict)) throw error;
    expect(error.detail.conflicts).toEqual([
      { field: "title", line: null, base: "Title", mine: "Yours", theirs: "Theirs" },
    ]);
    expect(error.detail.merged).toEqual({ title: "Yours", alertNames: ["A", "B"], body: "1\n\n2\n" });
    expect(error.members).toBe(error.detail);
  }
});

test("a title that both chose is no conflict", () => {
  expect(merge({ title: "New" }, { title: "New" }).title).toBe("New");
});

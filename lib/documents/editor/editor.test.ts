import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenText, piecesOf, resolvedText } from "#lib/documents/editor/conflict-pieces";
import { type DraftFields, draftKey, draftPrefix, worthOffering } from "#lib/documents/editor/drafts";
import { indentOf, listed, nextHeading } from "#lib/documents/editor/lists";
import { templateOf } from "#lib/documents/editor/templates";
import { outlineOf } from "#lib/documents/markdown/render";
import { mergeTexts } from "#lib/documents/merge";
import type { ConflictingPart } from "#lib/documents/merge-conflict";

describe("what a new document begins with", () => {
  test("a runbook has the four parts in their order, with steps to diagnose and to mitigate by", () => {
    const { sections } = outlineOf(templateOf("runbook"), "runbook");
    expect(sections.map(({ heading }) => heading).filter(Boolean)).toEqual([
      "Meaning",
      "Impact",
      "Diagnosis",
      "Mitigation",
    ]);
    expect(sections.map(({ steps }) => steps.length).filter(Boolean)).toEqual([2, 3]);
  });

  test("an architecture note asks the six questions, and what it assumes can be marked", () => {
    const { sections } = outlineOf(templateOf("note"), "note");
    expect(sections.map(({ heading }) => heading).filter(Boolean)).toEqual([
      "What it does",
      "How a request flows",
      "What it keeps",
      "What it assumes about its surroundings",
      "How it fails",
      "What was decided",
    ]);
    expect(sections.flatMap(({ steps }) => steps)).toHaveLength(1);
  });

  test("the advice in it is read by whoever writes, and by nobody else", () => {
    for (const kind of ["runbook", "note"] as const) {
      expect(templateOf(kind)).toContain("<!--");
      expect(JSON.stringify(outlineOf(templateOf(kind), kind))).not.toMatch(/asleep|thrown away/);
    }
  });
});

describe("drafts", () => {
  const fields: DraftFields = {
    title: "A",
    slug: "a",
    alertNames: "",
    reviewIntervalDays: "91",
    summary: "",
    body: "x\n",
  };
  const draft = (at: string, changed: Partial<DraftFields>, tab = at) => ({
    ...{ key: draftKey({ person: "p", document: "d" }, 3, tab), baseRevision: 3, tab, at },
    fields: { ...fields, ...changed },
  });

  test("those of one document share the beginning of their keys with no other document or person", () => {
    const key = draftKey({ person: "p", document: "d" }, null, "t");
    expect(key.startsWith(draftPrefix({ person: "p", document: "d" }))).toBe(true);
    expect(key.startsWith(draftPrefix({ person: "p", document: "d2" }))).toBe(false);
    expect(
      draftKey({ person: "p", document: "d2" }, 1, "t").startsWith(draftPrefix({ person: "p", document: "d" })),
    ).toBe(false);
    expect(draftKey({ person: "p", document: "d" }, 1, "t")).not.toBe(draftKey({ person: "p", document: "d" }, 2, "t"));
  });

  test("the latest is offered first, one that says nothing new not at all, and equal ones once", () => {
    const drafts = [
      draft("2026-11-22T22:40:00Z", { body: "y\n" }),
      draft("2026-11-22T22:43:00Z", { body: "x\r\n" }),
      draft("2026-11-22T22:42:00Z", { body: "y\n" }),
      draft("2026-11-22T22:41:00Z", { title: "B" }),
    ];
    expect(worthOffering(drafts, fields).map(({ at }) => at)).toEqual(["2026-11-22T22:42:00Z", "2026-11-22T22:41:00Z"]);
  });
});

describe("a conflict", () => {
  const text = fc
    .array(fc.constantFrom("one\n", "two\n", "three\n", "<<<<<<< yours\n", "=======\n"))
    .map((l) => l.join(""));
  const end = fc.constantFrom("", "tail");
  const mergeOf = (base: string, mine: string, theirs: string) => {
    const merged = mergeTexts(base, mine, theirs);
    const parts: ConflictingPart[] = merged.conflicts.map((one) => ({ field: "body", ...one }));
    return { text: merged.text, parts, pieces: piecesOf(merged.text, parts) };
  };

  test("is cut out of the merged text without losing a letter, and each stands where it is said to be", () => {
    fc.assert(
      fc.property(text, text, text, end, end, (base, mine, theirs, a, b) => {
        const { text, parts, pieces } = mergeOf(base, mine + a, theirs + b);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        expect(pieces.flatMap((piece) => (piece.isConflict ? [piece.part] : []))).toEqual(parts);
        for (const piece of pieces) if (piece.isConflict) expect(piece.text).toMatch(/^<<<<<<< yours\n/);
        expect(resolvedText(pieces, new Map())).toBe(text);
      }),
    );
  });

  test("taking all of mine, all of theirs or both keeps every line of those who were taken", () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const { parts, pieces } = mergeOf(base, mine, theirs);
        const all = (which: "mine" | "theirs" | "both") =>
          resolvedText(pieces, new Map(parts.map((part) => [part, { which, text: chosenText(which, part) }])));
        for (const { mine, theirs } of parts) {
          expect(all("mine")).toContain(mine);
          expect(all("theirs")).toContain(theirs);
          expect(all("both")).toContain(mine + theirs);
        }
      }),
    );
  });

  test("what is written by hand takes its place, and the line after it begins a line", () => {
    const { parts, pieces } = mergeOf("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n");
    const [part] = parts;
    if (!part) throw new Error("There is no conflict.");
    expect(resolvedText(pieces, new Map([[part, { which: "hand", text: "ours" }]]))).toBe("a\nours\nc\n");
  });
});

describe("lines", () => {
  test("become a list of another kind, counted anew, and plain lines again", () => {
    expect(listed(["a", "", "- b", "  7. c"], "number")).toEqual(["1. a", "", "2. b", "  3. c"]);
    expect(listed(["1. a", "", "2. b"], "number")).toEqual(["a", "", "b"]);
    expect(listed(["- a"], "task")).toEqual(["- [ ] a"]);
    expect(listed(["- [x] a"], "bullet")).toEqual(["- a"]);
    expect(listed([""], "bullet")).toEqual(["- "]);
  });

  test("are moved in by the width of their marker, so that Markdown nests them", () => {
    expect([indentOf("- a"), indentOf("  12. b"), indentOf("words"), indentOf("-words")]).toEqual([
      2,
      4,
      undefined,
      undefined,
    ]);
  });

  test("become headings of two sizes and plain again", () => {
    expect(nextHeading("Impact")).toBe("## Impact");
    expect(nextHeading("## Impact")).toBe("### Impact");
    expect(nextHeading("### Impact")).toBe("Impact");
    expect(nextHeading("# Impact")).toBe("Impact");
  });
});

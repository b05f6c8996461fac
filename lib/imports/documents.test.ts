import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, parseDocuments } from "#lib/imports/documents";

const places = async (text: string) =>
  (await parseDocuments(text, "here.yaml")).map((document) => [
    document.document,
    document.line,
    "reason" in document ? "rejected" : "read",
  ]);

describe("YAML", () => {
  test("each document knows its number and the line on which it begins", async () => {
    const text = "# a comment first\n\nkind: A\n---\n# another\nkind: B\n---\n---\nkind: C";
    expect(await places(text)).toEqual([
      [1, 3, "read"],
      [2, 6, "read"],
      [3, 9, "read"],
    ]);
  });

  test("a broken document is rejected with the line of its fault, and its neighbours are read", async () => {
    const text = "kind: A\n---\nkind: B\nmetadata: {name: [unclosed\n---\nkind: C\n";
    const documents = await parseDocuments(text, "here.yaml");
    expect(documents.map((document) => "value" in document)).toEqual([true, false, true]);
    expect(documents[1]).toMatchObject({ document: 2, reason: expect.stringContaining("not valid YAML") });
    expect(documents[1]?.line).toBeGreaterThanOrEqual(3);
    expect(documents[1]?.line).toBeLessThanOrEqual(5);
    expect(documents[2]).toMatchObject({ line: 6, value: { kind: "C" } });
  });

  test("a list of descriptors is as many documents", async () => {
    expect(await places("- kind: A\n- kind: B\n  metadata:\n    name: b\n")).toEqual([
      [1, 1, "read"],
      [2, 2, "read"],
    ]);
  });

  test("any other list is one document", async () => {
    expect(await places("- url: http://a\n- url: http://b\n")).toEqual([[1, 1, "read"]]);
  });

  test("aliases cannot make a small file large", async () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const inner = level === 0 ? "x" : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array(9).fill(inner).join(", ")}]`;
    });
    const [document] = await parseDocuments(levels.join("\n"), "bomb.yaml");
    expect(document).toMatchObject({ reason: expect.stringContaining("aliases") });
  });

  test("nesting beyond the stack is rejected, not thrown", async () => {
    const [document] = await parseDocuments(`a: ${"[".repeat(50_000)}`, "deep.yaml");
    expect(document).toHaveProperty("reason");
  });

  test("tags run nothing", async () => {
    const [document] = await parseDocuments('kind: !!js/function "return 1"\n', "tag.yaml");
    expect(document).toMatchObject({ value: { kind: "return 1" } });
  });

  test("a byte order mark, Windows line ends and a missing last newline change nothing", async () => {
    expect(await places("\uFEFFkind: A\r\n---\r\nkind: B")).toEqual([
      [1, 1, "read"],
      [2, 3, "read"],
    ]);
  });

  test("no text at all makes the parser throw", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        for (const document of await parseDocuments(text, "any.yaml")) expect(document.line).toBeGreaterThan(0);
      }),
    );
  });
});

describe("JSON", () => {
  test("each element of the array knows the line on which it begins", async () => {
    const text = '[\n  {"kind": "A", "text": "with ] and \\" and ,"},\n\n  {"kind": "B"}, {"kind": "C"}\n]';
    expect(await places(text)).toEqual([
      [1, 2, "read"],
      [2, 4, "read"],
      [3, 4, "read"],
    ]);
  });

  test("every element of any array has a line inside the text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 2), async (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const documents = await parseDocuments(text, "any.json");
        expect(documents.map((document) => "value" in document && document.value)).toEqual(JSON.parse(text));
        expect(documents.every(({ line }) => line >= 1 && line <= text.split("\n").length)).toBe(true);
      }),
    );
  });

  test("a broken array is one rejected document that names a line", async () => {
    const [document, ...others] = await parseDocuments('[\n{"kind": "A"},\n{"kind": \n]', "here.json");
    expect(others).toEqual([]);
    expect(document).toMatchObject({ reason: expect.any(String) });
    expect(document?.line).toBeGreaterThan(1);
  });
});

describe("bytes that are no text", () => {
  test.each([
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0x00])],
    ["Latin-1", new Uint8Array([0x6e, 0xe4, 0x6d, 0x65])],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00])],
    ["more than 32 MiB", new Uint8Array(32 * 1024 * 1024 + 1).fill(0x61)],
  ])("%s is refused with a reason", (_what, bytes) => {
    expect(decodeText(bytes)).toHaveProperty("reason");
  });
});

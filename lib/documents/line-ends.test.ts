import { expect, test } from "vitest";
import { withLineEndsOf } from "#lib/documents/line-ends";

test("a text with LF alone stays as it was typed", () => {
  expect(withLineEndsOf("a\nb\n", "a\nc")).toBe("a\nc");
  expect(withLineEndsOf("", "a\n")).toBe("a\n");
});

test("a text with CRLF gets it back, in new lines too, and no line end at its end where none was typed", () => {
  expect(withLineEndsOf("a\r\nb\r\n", "a\nnew\nb")).toBe("a\r\nnew\r\nb");
});

test("where line ends are mixed, each line that was there keeps its own", () => {
  expect(withLineEndsOf("a\r\nb\nc\r\n", "a\nb\nnew\nc\n")).toBe("a\r\nb\nnew\r\nc\r\n");
});

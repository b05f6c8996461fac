import { describe, expect, test } from "vitest";
import { payloads } from "#e2e/xss-payloads";
import { htmlOf } from "#lib/documents/markdown/html";
import { isMore, type Piece, piecesOf } from "#lib/documents/markdown/pieces";
import { renderDocument } from "#lib/documents/markdown/render";

const treeOf = (body: string) => renderDocument(body, "runbook").tree;

/** The elements that are passed on one by one, by their names; with `!` where there is more to one than reading it. */
const outlineOf = (pieces: readonly Piece[]): unknown[] =>
  pieces
    .filter((piece) => typeof piece !== "string")
    .map((piece) => {
      const name = piece.element.tagName + (isMore(piece.element) ? "!" : "");
      return "html" in piece ? name : [name, outlineOf(piece.pieces)];
    });

/** The pieces put together again. */
function joined(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === "string") return htmlOf({ type: "text", value: piece });
      const inner = "html" in piece ? piece.html : joined(piece.pieces);
      const whole = htmlOf({ ...piece.element, children: [{ type: "text", value: "◆" }] });
      return whole.includes("◆") ? whole.replace("◆", () => inner) : whole;
    })
    .join("");
}

describe("the pieces of a document", () => {
  test("are whole blocks of HTML where there is only something to read", () => {
    const body = "Some *words* and [elsewhere](https://example.com).\n\n- one\n- two `code`\n\n| a |\n| - |\n| b |";
    expect(outlineOf(piecesOf(treeOf(body)))).toEqual(["p", "ul", "div"]);
    expect(piecesOf(treeOf("Some *words* & more"))).toMatchObject([{ html: "Some <em>words</em> &#38; more" }]);
  });

  test("go down to what a reader can use: code, steps, tasks, headings and links within the portal", () => {
    const body =
      "## First\n\nSee [Tax](/services/tax).\n\n1. Do it:\n\n   ```sh\n   ls\n   ```\n2. Look.\n\n- [x] done\n\n> [!NOTE]\n> So.";
    expect(outlineOf(piecesOf(treeOf(body)))).toEqual([
      "h2!",
      ["p", [["a!", []]]],
      [
        "ol",
        [
          ["li!", ["p", "pre!"]],
          ["li!", ["p"]],
        ],
      ],
      ["ul", [["li", [["input!", []]]]]],
      ["div!", ["p", "p"]],
    ]);
  });

  test("put together are the document, whatever somebody tried to write in it", () => {
    const bodies = ["## A\n\n1. b [c](/teams)\n\n```sh\n<d> & e\n```", ...Object.values(payloads)];
    for (const body of bodies) expect(joined(piecesOf(treeOf(body))), body).toBe(htmlOf(treeOf(body)));
  });
});

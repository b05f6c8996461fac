import { syntaxTree } from "@codemirror/language";
import { type ChangeSpec, EditorSelection, type EditorState, type Line } from "@codemirror/state";
import type { Command, EditorView } from "@codemirror/view";
import type { ToolName } from "#components/documents/editor/tools";
import { indentOf, type ListKind, listed, nextHeading } from "#lib/documents/editor/lists";

/** Puts a mark around what is selected or the word at the cursor, or takes it away again. */
const marked =
  (mark: string): Command =>
  (view) => {
    const { state } = view;
    const length = mark.length;
    const change = state.changeByRange((range) => {
      const { from, to } = range.empty ? (state.wordAt(range.head) ?? range) : range;
      const hasMark = state.sliceDoc(from - length, from) === mark && state.sliceDoc(to, to + length) === mark;
      const shift = hasMark ? -length : length;
      return {
        changes: hasMark
          ? [
              { from: from - length, to: from },
              { from: to, to: to + length },
            ]
          : [
              { from, insert: mark },
              { from: to, insert: mark },
            ],
        range: EditorSelection.range(range.anchor + shift, range.head + shift),
      };
    });
    return done(view, state.update(change, { userEvent: "input", scrollIntoView: true }));
  };

const link: Command = (view) => {
  const { state } = view;
  const address = "https://";
  const change = state.changeByRange(({ from, to, empty }) => {
    const words = state.sliceDoc(from, to);
    const insert = `[${words}](${address})`;
    const at = empty ? from + 1 : from + words.length + 3;
    return {
      changes: { from, to, insert },
      range: empty ? EditorSelection.cursor(at) : EditorSelection.range(at, at + address.length),
    };
  });
  return done(view, state.update(change, { userEvent: "input", scrollIntoView: true }));
};

/** Rewrites the lines of the selection as a whole; the selection covers what became of them. */
function rewritten(rewrite: (lines: string[]) => string[]): Command {
  return (view) => {
    const { state } = view;
    const { main } = state.selection;
    const [first, last] = [state.doc.lineAt(main.from), state.doc.lineAt(main.to)];
    const lines = rewrite(state.sliceDoc(first.from, last.to).split("\n"));
    const insert = lines.join("\n");
    const isOne = first.number === last.number;
    const end = first.from + insert.length;
    const at = Math.max(first.from, end - (last.to - main.to));
    const selection = isOne ? { anchor: at } : { anchor: first.from, head: end };
    const changes = { from: first.from, to: last.to, insert };
    return done(view, state.update({ changes, selection, userEvent: "input", scrollIntoView: true }));
  };
}

const list = (kind: ListKind) => rewritten((lines) => listed(lines, kind));
const heading = rewritten((lines) => lines.map(nextHeading));

/** Puts a block on lines of its own; `selected` of it is what is typed over next. */
function block(make: (words: string) => string, selected: string): Command {
  return (view) => {
    const { state } = view;
    const { main } = state.selection;
    const [first, last] = [state.doc.lineAt(main.from), state.doc.lineAt(main.to)];
    const text = make(state.sliceDoc(first.from, last.to));
    const gapBefore = first.number > 1 && state.doc.line(first.number - 1).text !== "" ? "\n" : "";
    const gapAfter = last.number < state.doc.lines && state.doc.line(last.number + 1).text === "" ? "" : "\n";
    const at = first.from + gapBefore.length + text.lastIndexOf(selected);
    const changes = { from: first.from, to: last.to, insert: gapBefore + text + gapAfter };
    const selection = { anchor: at, head: at + selected.length };
    return done(view, state.update({ changes, selection, userEvent: "input", scrollIntoView: true }));
  };
}

const paragraph = (words: string) => (words.trim() === "" ? "" : `${words}\n\n`);
const table = "| Signal | Where to look | Normal |\n| --- | --- | --- |\n| … |  |  |\n";
const flow = "```mermaid\nflowchart LR\n  caller[Caller] --> this[This service] --> store[(Store)]\n```\n";

/** What each tool does; picking a file is up to whoever has the files. */
export const commands: Record<Exclude<ToolName, "file">, Command> = {
  bold: marked("**"),
  italic: marked("_"),
  code: marked("`"),
  link,
  heading,
  bullet: list("bullet"),
  number: list("number"),
  task: list("task"),
  table: block((words) => paragraph(words) + table, "…"),
  block: block((words) => `\`\`\`sh\n${words}\n\`\`\`\n`, "sh"),
  admonition: block((words) => `> [!WARNING]\n${(words || "…").replace(/^/gm, "> ")}\n`, "…"),
  diagram: block((words) => paragraph(words) + flow, "Caller"),
};

/** Moves items of a list in or out. Elsewhere Tab is not taken, and goes on to the next field. */
export const moveItems =
  (direction: 1 | -1): Command =>
  (view) => {
    const { state } = view;
    const lines = linesOfSelection(state);
    if (!lines.some((line) => indentOf(line.text) !== undefined) || isInCode(state)) return false;
    const changes = lines.flatMap((line): ChangeSpec[] => {
      const width = indentOf(line.text);
      if (width === undefined) return [];
      if (direction > 0) return [{ from: line.from, insert: " ".repeat(width) }];
      const spaces = /^ */.exec(line.text)?.[0].length ?? 0;
      return spaces > 0 ? [{ from: line.from, to: line.from + Math.min(spaces, width) }] : [];
    });
    if (changes.length === 0) return direction > 0;
    return done(view, state.update({ changes, userEvent: "input.indent" }));
  };

/** Whether the cursor stands in code, where `@` and `#` mean something else. */
export function isInCode(state: EditorState, at = state.selection.main.head): boolean {
  for (let node = syntaxTree(state).resolveInner(at, -1); ; ) {
    if (/^(?:FencedCode|CodeBlock|CodeText|InlineCode|HTMLBlock|CommentBlock|URL)$/.test(node.name)) return true;
    if (!node.parent) return false;
    node = node.parent;
  }
}

function linesOfSelection(state: EditorState): Line[] {
  const { from, to } = state.selection.main;
  const last = state.doc.lineAt(to).number;
  const lines: Line[] = [];
  for (let number = state.doc.lineAt(from).number; number <= last; number++) lines.push(state.doc.line(number));
  return lines;
}

function done(view: EditorView, transaction: ReturnType<EditorState["update"]>): true {
  view.dispatch(transaction);
  return true;
}

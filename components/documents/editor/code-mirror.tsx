import { completionKeymap, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, keymap } from "@codemirror/view";
import { commands, moveItems } from "#components/documents/editor/commands";
import { namesToLink } from "#components/documents/editor/completion";
import { theme } from "#components/documents/editor/theme";
import { type ToolName, tools } from "#components/documents/editor/tools";

export type TextEditor = {
  text(): string;
  /** Puts another text in place of all of it; it can be undone. */
  replace(text: string): void;
  /** Writes at the cursor, with a blank on the left where words touch. */
  insert(text: string): void;
  /** Changes words that stand somewhere in the text; false when they are no longer there. */
  swap(words: string, by: string): boolean;
  press(tool: Exclude<ToolName, "file">): void;
  focus(): void;
  scroller: HTMLElement;
  close(): void;
};

export type TextEditorOptions = {
  parent: HTMLElement;
  text: string;
  attributes: Record<string, string>;
  /** The slug of the service whose runbooks are offered first. */
  near: string;
  onChange: (text: string) => void;
  onFiles: (files: File[]) => void;
};

/** Opens a Markdown editor inside `parent`. */
export function openTextEditor({ parent, text, attributes, near, onChange, onFiles }: TextEditorOptions): TextEditor {
  const take = (files: File[], event: Event) => {
    if (files.length === 0) return false;
    event.preventDefault();
    onFiles(files);
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        // Before whatever else takes the key.
        Prec.highest(EditorView.domEventHandlers({ keydown: letTabLeave })),
        EditorView.cspNonce.of(pageNonce()),
        theme,
        history(),
        drawSelection(),
        dropCursor(),
        search(),
        EditorView.lineWrapping,
        markdown({ base: markdownLanguage, completeHTMLTags: false }),
        namesToLink(near),
        Prec.highest(keymap.of(toolKeys)),
        Prec.high(
          keymap.of([
            { key: "Tab", run: moveItems(1) },
            { key: "Shift-Tab", run: moveItems(-1) },
          ]),
        ),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        // The scroller around it takes no focus of its own: by the words themselves the keyboard scrolls.
        EditorView.contentAttributes.of({
          tabindex: "0",
          spellcheck: "true",
          autocapitalize: "sentences",
          ...attributes,
        }),
        EditorView.updateListener.of(({ docChanged, focusChanged, state, view }) => {
          if (docChanged || focusChanged) view.setTabFocusMode(false);
          if (docChanged) onChange(state.doc.toString());
        }),
        EditorView.domEventHandlers({
          paste: (event) => take(filesOf(event.clipboardData), event),
          drop: (event, view) => {
            const files = filesOf(event.dataTransfer);
            const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
            if (files.length > 0 && at !== null) view.dispatch({ selection: { anchor: at } });
            return take(files, event);
          },
        }),
      ],
    }),
  });

  return {
    text: () => view.state.doc.toString(),
    replace(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    insert(words) {
      const { from, to } = view.state.selection.main;
      const touches = /\S/.test(view.state.sliceDoc(from - 1, from));
      const insert = touches ? ` ${words}` : words;
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + insert.length },
        userEvent: "input.paste",
        scrollIntoView: true,
      });
    },
    swap(words, by) {
      const from = view.state.doc.toString().indexOf(words);
      if (from < 0) return false;
      view.dispatch({ changes: { from, to: from + words.length, insert: by } });
      return true;
    },
    press(tool) {
      commands[tool](view);
      view.focus();
    },
    focus: () => view.focus(),
    scroller: view.scrollDOM,
    close: () => view.destroy(),
  };
}

// After Escape, Tab leaves until something is typed, however long somebody takes. A list that is open is only closed.
function letTabLeave({ key }: KeyboardEvent, view: EditorView): boolean {
  if (key === "Escape" && completionStatus(view.state) !== "active") view.setTabFocusMode(true);
  return false;
}

const toolKeys = tools.flatMap(({ name, keys }) =>
  keys && name !== "file" ? [{ key: keys, run: commands[name], preventDefault: true, stopPropagation: true }] : [],
);

const filesOf = (carried: DataTransfer | null): File[] => {
  // What a spreadsheet or a word processor copies is text with a picture of it beside it.
  if (!carried || carried.types.includes("text/plain")) return [];
  return [...carried.files];
};

/**
 * The nonce of the document that is open, under which its styles must run. A page that was reached by a link was
 * answered with another one, which this document's policy does not know.
 */
const pageNonce = () => document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// The tokens follow the reader's theme by themselves, so one set of rules is light and dark.
const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "transparent", fontSize: "var(--s0)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { overflow: "auto", fontFamily: "var(--face-mono)", lineHeight: "1.65" },
  ".cm-content": { padding: "0.9rem 0 3rem", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 1.1rem" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in oklch, var(--accent) 24%, transparent)",
  },
  ".cm-placeholder": { color: "var(--ink-faint)" },
  ".cm-searchMatch": { backgroundColor: "var(--over-wash)", outline: "1px solid var(--over)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--accent-wash)" },
  ".cm-panels": { backgroundColor: "var(--well)", color: "var(--ink)" },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "0.5rem 0.75rem", fontFamily: "var(--face)" },
  ".cm-panel.cm-search [name=close]": { color: "var(--ink)", fontSize: "1.1rem", top: "0.4rem", right: "0.6rem" },
  ".cm-textfield": {
    border: "1px solid var(--control)",
    borderRadius: "4px",
    backgroundColor: "var(--sheet)",
    fontSize: "var(--s-1)",
    padding: "0.25rem 0.5rem",
  },
  ".cm-button": {
    border: "1px solid var(--line-strong)",
    borderRadius: "4px",
    backgroundColor: "var(--sheet)",
    backgroundImage: "none",
    color: "var(--ink)",
    fontSize: "var(--s-1)",
    padding: "0.25rem 0.6rem",
  },
  ".cm-tooltip": {
    border: "none",
    borderRadius: "6px",
    backgroundColor: "var(--sheet)",
    boxShadow: "var(--raised)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--face)", maxHeight: "16rem", padding: "0.25rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.35rem 0.6rem", borderRadius: "4px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent-wash)",
    color: "var(--ink)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "630" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--ink-faint)", marginLeft: "0.6rem" },
});

const words = HighlightStyle.define([
  { tag: tags.heading1, fontWeight: "690", fontSize: "1.15em" },
  { tag: tags.heading2, fontWeight: "690", fontSize: "1.1em" },
  { tag: tags.heading, fontWeight: "690" },
  { tag: tags.strong, fontWeight: "690" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.link, color: "var(--accent)" },
  { tag: tags.url, color: "var(--ink-faint)" },
  { tag: tags.monospace, color: "var(--over)" },
  { tag: [tags.quote, tags.labelName, tags.comment], color: "var(--ink-soft)" },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.meta, tags.atom], color: "var(--ink-faint)" },
]);

/** How the editor looks: by the tokens of `app/globals.css`. */
export const theme = [look, syntaxHighlighting(words)];

import type { Root } from "hast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import { unified } from "unified";

const { tagNames } = defaultSchema;

/** What an author may write in HTML: less than GitHub allows, and no class, style or handler at all. */
const schema: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: [
    ...(tagNames ?? []).filter((name) => name !== "picture" && name !== "source"),
    "figure",
    "figcaption",
    "mark",
  ],
  attributes: {
    "*": ["id", "title", "lang"],
    a: ["href", "dataFootnoteBackref", "dataFootnoteRef", "ariaDescribedBy", "ariaLabel"],
    code: [["className", /^language-[\w+#.-]{1,30}$/]],
    details: ["open"],
    img: ["src", "alt", "width", "height"],
    input: [["disabled", true], ["type", "checkbox"], "checked"],
    li: [["className", "task-list-item"], "value"],
    ol: [["className", "contains-task-list"], "start", "reversed"],
    ul: [["className", "contains-task-list"]],
    section: ["dataFootnotes"],
    td: ["align", "colSpan", "rowSpan"],
    th: ["align", "colSpan", "rowSpan", "scope"],
  },
  strip: ["script", "style", "title", "textarea", "template", "noscript", "noembed", "noframes", "xmp", "iframe"],
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https"] },
};

const cleaner = unified().use(rehypeSanitize, schema).freeze();
const firstCleaner = unified()
  .use(rehypeSanitize, { ...schema, clobberPrefix: "" })
  .freeze();

/** The tree without anything that could run, style or frame, and with every id of the author's behind `user-content-`. */
export const sanitised = (tree: Root): Root => cleaner.runSync(tree) as Root;

/** The same with ids as they are, for a tree that is to be read and cleaned again. */
export const cleaned = (tree: Root): Root => firstCleaner.runSync(tree) as Root;

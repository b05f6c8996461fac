import { parseDocument } from "yaml";

/** `frontMatter` is the YAML between two lines of hyphens, word for word; null where a text does not begin with such. */
export type SplitText = { frontMatter: string | null; body: string };

const block = /^---[ \t]*\r?\n((?:(?!---[ \t]*\r?(?:\n|$))[^\n]*\n)*)---[ \t]*\r?(?:\n|$)/;

/** Parts the text of a file into its front matter and the body after it. */
export function splitFrontMatter(text: string): SplitText {
  const [whole, frontMatter] = block.exec(text) ?? [];
  if (whole === undefined || frontMatter === undefined) return { frontMatter: null, body: text };
  return { frontMatter, body: text.slice(whole.length) };
}

/** The text that `splitFrontMatter` parted, with the line ends that the front matter has. */
export function joinFrontMatter({ frontMatter, body }: SplitText): string {
  if (frontMatter === null) return body;
  const lineEnd = frontMatter.includes("\r\n") || (frontMatter === "" && body.includes("\r\n")) ? "\r\n" : "\n";
  return `---${lineEnd}${frontMatter}---${lineEnd}${body}`;
}

/** What the front matter says by name. Throws RangeError that says why when it is no mapping in YAML. */
export function readFrontMatter(frontMatter: string | null): Record<string, unknown> {
  if (!frontMatter?.trim()) return {};
  const value = parseYaml(frontMatter, "The front matter");
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw new RangeError("The front matter is no mapping.");
  return value as Record<string, unknown>;
}

/** A value in YAML without aliases to speak of and without tags. Throws RangeError that says why. */
export function parseYaml(text: string, what: string): unknown {
  const parsed = parseDocument(text, { prettyErrors: false, resolveKnownTags: false, logLevel: "silent" });
  const [error] = parsed.errors;
  if (error)
    throw new RangeError(`${what} is not valid YAML: ${error.message.split("\n")[0]?.replace(/[.:\s]+$/, "")}.`);
  try {
    return parsed.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (fault) {
    throw new RangeError(`${what} repeats or nests itself beyond what is read.`, { cause: fault });
  }
}

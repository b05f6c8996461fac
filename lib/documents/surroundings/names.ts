/** A thing that the catalog knows, as words may name it. */
export type Known = { slug: string; name: string };

const longestNameInWords = 4;
const mostCandidates = 2_000;

/**
 * What in `body` (Markdown) may be the name or the address of a service, in lower case, for the catalog to say which
 * is one: runs of one to four words of a line. Blocks of code name nothing: they hold commands.
 */
export function candidatesIn(body: string): string[] {
  const candidates = new Set<string>();
  for (const line of linesOf(body)) {
    const words = line.match(/[\p{L}\p{N}][\p{L}\p{N}._&/+-]*/gu) ?? [];
    for (const [index] of words.entries()) {
      for (let length = 1; length <= longestNameInWords && index + length <= words.length; length += 1) {
        const run = words.slice(index, index + length).join(" ");
        candidates.add(bare(run).toLowerCase());
        if (candidates.size >= mostCandidates) return [...candidates];
      }
    }
  }
  return [...candidates].filter((candidate) => candidate.length > 1);
}

/**
 * Whether the words of `body` speak of the thing beyond doubt: by its address in code marks or with a hyphen in it, or
 * by its name spelt as the catalog spells it. A name that is an everyday word at the beginning of a sentence is none.
 */
export function speaksOf(body: string, { slug, name }: Known): boolean {
  const lines = linesOf(body);
  const asName = isTelling(name) ? wholeWord(name) : midSentence(name);
  return lines.some(
    (line) => asName.test(line) || codeOf(line).includes(slug) || (/[-.]/.test(slug) && wholeWord(slug).test(line)),
  );
}

/** Whether the words of `body` name the thing in any way, however spelt. */
export function namesAtAll(body: string, { slug, name }: Known): boolean {
  const text = body.toLowerCase();
  return [slug, name.toLowerCase(), name.toLowerCase().replaceAll("-", " "), slug.replaceAll("-", " ")].some((one) =>
    wholeWord(one).test(text),
  );
}

function linesOf(body: string): string[] {
  return body
    .replaceAll(/^ {0,3}(```+|~~~+)[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|(?![\s\S]))/gm, "")
    .split("\n")
    .filter((line) => !/^ {0,3}#{1,6}\s/.test(line));
}

const codeOf = (line: string) => [...line.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code.trim());

/** More than a word with a capital letter: of several words, or with a capital, a digit or a hyphen within. */
const isTelling = (name: string) => /[\s\p{N}._-]/u.test(name) || /.\p{Lu}/u.test(name);

const wholeWord = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped(words)}(?![\\p{L}\\p{N}_-])`, "u");

/** After a small word or a comma, so that its capital letter is its own. */
const midSentence = (name: string) =>
  /^\p{Lu}/u.test(name)
    ? new RegExp(`(?<=[\\p{Ll}\\p{N},;(]\\s?\\(?)(?<![\\p{L}\\p{N}_-])${escaped(name)}(?![\\p{L}\\p{N}_-])`, "u")
    : /(?!)/;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const bare = (run: string) => run.replace(/[._&/+-]+$/, "");

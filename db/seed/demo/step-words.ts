/**
 * The plain words of the numbered step at `anchor`, e.g. `mitigation-2`, by which a mark is known again. They are what the
 * portal reads, for steps of words, marks and links without further lists in them.
 */
export function stepWords(body: string, anchor: string): string {
  const [, section = "", number = ""] = /^(.*)-(\d+)$/.exec(anchor) ?? [];
  const lines = body.split("\n");
  const heading = lines.findIndex((line) => /^#+ /.test(line) && anchorOf(line) === section);
  const end = lines.findIndex((line, index) => index > heading && /^##+ /.test(line));
  const under = lines.slice(heading + 1, end === -1 ? undefined : end);
  const starts = under.flatMap((line, index) => (/^(?:\d+\.|-) /.test(line) ? [index] : []));
  const start = starts[Number(number) - 1];
  if (heading === -1 || start === undefined) throw new Error(`There is no step ${anchor}.`);
  const item = under.slice(start, starts[Number(number)]);
  const own = item.filter((line, index) => index === 0 || /^\s+\S/.test(line));
  let isCode = false;
  return own
    .map((line) => {
      if (/^\s*```/.test(line)) {
        isCode = !isCode;
        return "";
      }
      return isCode ? line : plain(line);
    })
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

const anchorOf = (heading: string) =>
  heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .replaceAll(" ", "-");

const plain = (line: string) =>
  line
    .replace(/^(?:\d+\.|-) /, "")
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replace(/[`*]/g, "");

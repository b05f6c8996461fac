import type { SourceDocument } from "#lib/imports/source-document";

/** The elements of a JSON array, or one JSON object, as documents with the line on which each begins. */
export function* jsonDocuments(text: string, location: string): Generator<SourceDocument> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // A value nested beyond the stack is a RangeError; anything else is the syntax.
    const reason = error instanceof RangeError ? "This is nested too deeply to be read." : "This is not valid JSON.";
    yield { location, document: 1, line: lineOfFault(text, error), reason };
    return;
  }
  if (!Array.isArray(value)) {
    yield { location, document: 1, line: 1, value, lines: {} };
    return;
  }
  const starts = elementLines(text);
  for (const [index, element] of value.entries()) {
    yield { location, document: index + 1, line: starts[index] ?? 1, value: element as unknown, lines: {} };
  }
}

/** The line on which each element of the outermost array begins. The text is known to be valid. */
function elementLines(text: string): number[] {
  const starts: number[] = [];
  let line = 1;
  let depth = 0;
  let isElementNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === "\n") line += 1;
    if (/\s/.test(character)) continue;
    if (isElementNext && character !== "]") starts.push(line);
    isElementNext = depth === 0 ? character === "[" : depth === 1 && character === ",";
    if (character === '"') at = endOfString(text, at);
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
  }
  return starts;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

// V8 names the position of most faults; where it does not, the fault is at the end of the text.
function lineOfFault(text: string, error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return text.slice(0, position ? Number(position) : text.trimEnd().length).split("\n").length;
}

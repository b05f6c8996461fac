import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { Lines, SourceDocument } from "#lib/imports/source-document";

const mostAliases = 100;
const deepestLines = 5;

/**
 * The documents of a YAML file. A document with a syntax error is rejected by itself, with the line of the error.
 * Aliases are limited, tags mean nothing: a file can neither grow without bound nor run anything.
 */
export function* yamlDocuments(text: string, location: string): Generator<SourceDocument> {
  let number = 0;
  for (const { text: part, line } of split(text)) {
    const parsed = parsePart(part, line);
    if (!parsed) continue;
    for (const one of entitiesOf(parsed)) {
      number += 1;
      yield { location, document: number, ...one };
    }
  }
}

type Part = { text: string; line: number };
type Parsed = { line: number } & ({ value: unknown; lines: Lines } | { reason: string });

// A line that begins with three hyphens ends a document wherever it stands, inside block and quoted text too.
function* split(text: string): Generator<Part> {
  let line = 1;
  for (const part of text.replace(/^\uFEFF/, "").split(/^(?=---(?:\s|$))/m)) {
    yield { text: part, line };
    line += countLines(part);
  }
}

function parsePart(text: string, firstLine: number): Parsed | undefined {
  const counter = new LineCounter();
  const lineOf = (offset: number) => firstLine + Math.max(counter.linePos(offset).line, 1) - 1;
  try {
    const parsed = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      merge: true,
      resolveKnownTags: false,
      logLevel: "silent",
    });
    const [error] = parsed.errors;
    if (error) return { line: lineOf(error.pos[0]), reason: `This is not valid YAML: ${sentence(error.message)}` };
    if (isEmpty(parsed.contents)) return undefined;
    const line = lineOf(parsed.contents?.range[0] ?? 0);
    const value: unknown = parsed.toJS({ maxAliasCount: mostAliases });
    return { line, value, lines: collectLines(parsed.contents, lineOf) };
  } catch (error) {
    // The parser gives up on nesting that is too deep for the stack, and on aliases that would fill the memory.
    if (error instanceof RangeError) return { line: firstLine, reason: "This is nested too deeply to be read." };
    if (error instanceof ReferenceError)
      return { line: firstLine, reason: "This YAML repeats itself by aliases beyond what is read." };
    throw error;
  }
}

function isEmpty(contents: ParsedNode | null): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && !contents.source);
}

// A list whose elements are all descriptors is read as that many documents.
function entitiesOf(parsed: Parsed): Parsed[] {
  if (!("value" in parsed) || !Array.isArray(parsed.value)) return [parsed];
  if (parsed.value.length === 0 || !parsed.value.every(looksLikeEntity)) return [parsed];
  const { lines } = parsed;
  return parsed.value.map((value: unknown, index) => ({
    value,
    line: lines[String(index)] ?? parsed.line,
    lines: Object.fromEntries(
      Object.entries(lines)
        .filter(([path]) => path.startsWith(`${index}.`))
        .map(([path, line]) => [path.slice(`${index}.`.length), line]),
    ),
  }));
}

const looksLikeEntity = (value: unknown) => typeof value === "object" && value !== null && "kind" in value;

function collectLines(contents: ParsedNode | null, lineOf: (offset: number) => number): Lines {
  const lines: Lines = {};
  const visit = (node: unknown, path: string, depth: number): void => {
    if (depth > deepestLines) return;
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || !key.range) continue;
        const inner = path ? `${path}.${key.value}` : String(key.value);
        lines[inner] = lineOf(key.range[0]);
        visit(value, inner, depth + 1);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const inner = path ? `${path}.${index}` : String(index);
        const range = (item as ParsedNode | null)?.range;
        if (range) lines[inner] = lineOf(range[0]);
        visit(item, inner, depth + 1);
      });
    }
  };
  visit(contents, "", 1);
  return lines;
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

const sentence = (message: string) => `${message.split("\n")[0]?.replace(/[.:\s]+$/, "")}.`;

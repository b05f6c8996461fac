import "server-only";
import { fileTypeFromBuffer } from "file-type";
import { endingOf, isKnownType, isPicture, promisedType, unknownType } from "#lib/documents/uploads/upload-types";
import { Invalid } from "#lib/errors";

/**
 * The type of a file as its content tells it; the name decides only between kinds of text. What is not known, SVG and
 * pages among it, is a download of bytes. Throws Invalid when it is empty, or is not what its name promises.
 */
export async function findType(content: Uint8Array, name: string): Promise<string> {
  if (content.length === 0) throw new Invalid("This file is empty.", "file");
  const found = (await fileTypeFromBuffer(content))?.mime;
  const type = found ? knownType(found) : textType(content, name);
  refuseFalseName(type, name);
  return type;
}

// Moving pictures of PNG are PNG; a compressed log is told by its own name in some systems.
const otherNames: Record<string, string> = { "image/apng": "image/png", "application/x-gzip": "application/gzip" };

function knownType(found: string): string {
  const type = otherNames[found] ?? found;
  return isKnownType(type) ? type : unknownType;
}

const textTypes: Record<string, string> = { csv: "text/csv", json: "application/json" };
const plainEndings = new Set([
  "",
  "txt",
  "log",
  "md",
  "csv",
  "json",
  "yaml",
  "yml",
  "toml",
  "ini",
  "conf",
  "out",
  "err",
]);

function textType(content: Uint8Array, name: string): string {
  const ending = endingOf(name);
  if (!plainEndings.has(ending) || !isText(content)) return unknownType;
  return textTypes[ending] ?? "text/plain";
}

function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has; colours of a log begin with ESC.
    return !/[\x00-\x06\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    return false;
  }
}

function refuseFalseName(type: string, name: string): void {
  const promised = promisedType(name);
  if (!promised || promised === type || (isPicture(promised) && isPicture(type))) return;
  const what = isPicture(promised)
    ? `no ${endingOf(name).toUpperCase()} picture`
    : `no ${endingOf(name).toUpperCase()} file`;
  throw new Invalid(`“${name}” is ${what}, whatever its name says. It may be damaged.`, "file");
}

import "server-only";
import { readText } from "#lib/api/body";
import { authorize, type Viewer } from "#lib/auth/policy";
import { Invalid, UnsupportedType } from "#lib/errors";
import { importCatalog } from "#lib/imports/commands";
import { parseDocuments } from "#lib/imports/documents";
import { jsonDocuments } from "#lib/imports/json-documents";
import type { ImportResult } from "#lib/imports/result";
import type { SourceDocument } from "#lib/imports/source-document";
import { unfollowed } from "#lib/imports/unfollowed";

type Wish = { source?: string; dryRun?: boolean; prune?: boolean };

const yamlTypes = ["application/yaml", "application/x-yaml", "application/vnd.yaml", "text/yaml", "text/x-yaml"];

/**
 * Loads the descriptors that a request carries. Nothing else is read: neither Locations nor placeholders. Without a
 * `source` they count as from "api". Throws Forbidden, UnsupportedType, TooLarge, Invalid.
 */
export async function importRequest(viewer: Viewer, request: Request, wish: Wish): Promise<ImportResult> {
  authorize(viewer, "import:run");
  const { source = "api", ...options } = wish;
  if (options.prune && !wish.source) throw new Invalid("Name the source whose descriptors these are.", "source");
  const isJson = isJsonRequest(request);
  const documents = await read(await readText(request, 32), source, isJson);
  return importCatalog(viewer, unfollowed(documents), { source, ...options });
}

function isJsonRequest(request: Request): boolean {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "application/json") return true;
  if (yamlTypes.includes(type)) return false;
  throw new UnsupportedType("Send YAML as application/yaml, or a JSON array as application/json.");
}

async function read(text: string, source: string, isJson: boolean): Promise<SourceDocument[]> {
  if (text.trim() === "") throw new Invalid("The body is empty; it has to hold descriptors.");
  if (!isJson) return parseDocuments(text, source);
  const documents = [...jsonDocuments(text, source)];
  const [first] = documents;
  if (first && "reason" in first) throw new Invalid(`${first.reason} The fault is on line ${first.line}.`);
  return documents;
}

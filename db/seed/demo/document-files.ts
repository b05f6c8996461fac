import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A runbook or a note as it lies in the folder of its service, which says what it belongs to. */
export type DocumentFile = {
  service: string;
  kind: "runbook" | "note";
  slug: string;
  title: string;
  alertNames: string[];
  reviewIntervalDays: number;
  /** Markdown after the front matter. */
  body: string;
};

type FrontMatter = { title: string; alertNames?: string[]; reviewIntervalDays?: number };

const folder = new URL("./documents/", import.meta.url);

/** Reads `path`, e.g. `checkout/runbooks/orders-fall`. Throws when its front matter is missing. */
export function readDocumentFile(path: string): DocumentFile {
  const [service = "", room, slug = ""] = path.split("/");
  const text = readFileSync(new URL(`${path}.md`, folder), "utf8");
  const [, frontMatter, body] = /^---\n(.*?\n)---\n\n(.*)$/s.exec(text) ?? [];
  if (frontMatter === undefined || body === undefined) throw new Error(`${path}.md begins without front matter.`);
  const { title, alertNames = [], reviewIntervalDays = 91 } = parse(frontMatter) as FrontMatter;
  return { service, kind: room === "notes" ? "note" : "runbook", slug, title, alertNames, reviewIntervalDays, body };
}

import { z } from "zod";
import type { DocumentDraft } from "#lib/documents/exchange/drafts";
import { readFrontMatter, splitFrontMatter } from "#lib/documents/exchange/front-matter";
import type { DocumentFacts } from "#lib/documents/exchange/manifest";
import { isIndex, placeInExport, stemOf } from "#lib/documents/exchange/paths";
import { AlertNames, Body, DocumentSlug, ReviewIntervalDays, Title } from "#lib/documents/inputs";
import type { DocumentKind } from "#lib/documents/views";
import { slugify } from "#lib/slugs";

const Draft = z.object({
  title: Title,
  slug: DocumentSlug,
  alertNames: AlertNames,
  reviewIntervalDays: ReviewIntervalDays.optional(),
  body: Body,
});

/**
 * The document that a Markdown file holds; undefined for an index page without a runbook's text. `facts` are what an
 * export says beside the text. Throws RangeError that says what makes the file unacceptable.
 */
export function readDocument(path: string, text: string, facts?: DocumentFacts): DocumentDraft | undefined {
  const split = facts?.frontMatter === false ? { frontMatter: null, body: text } : splitFrontMatter(text);
  if (isIndex(path) && !facts && !hasRunbookHeading(split.body)) return undefined;
  const said = saidIn(split.frontMatter);
  const place = facts && placeInExport(path);
  const kind = place?.kind ?? said.kind ?? kindOfFolder(path);
  const stem = stemOf(path);
  const heading = firstHeading(split.body);
  const { data, error } = Draft.safeParse({
    title: facts?.title ?? said.title ?? heading ?? stem,
    slug: place?.slug ?? said.slug ?? slugify(stem),
    alertNames: facts?.alertNames ?? (kind === "runbook" ? (said.alertNames ?? alertsOf(stem, heading)) : []),
    reviewIntervalDays: facts?.reviewIntervalDays ?? said.reviewIntervalDays,
    body: split.body,
  });
  if (!data) throw new RangeError(faultOf(error));
  const { reviewIntervalDays, ...words } = data;
  return {
    ...{ path, service: place?.service ?? said.service, kind, ...words, reviewIntervalDays },
    frontMatter: split.frontMatter,
    ...(facts && { origin: facts.source ?? null, digest: facts.digest }),
  };
}

/** What front matter says that means something here; every other key is kept and passed over. */
export function saidIn(frontMatter: string | null) {
  const said = readFrontMatter(frontMatter);
  const alerts = said.alertNames ?? said.alerts;
  return {
    title: textOf(said.title),
    service: textOf(said.service),
    slug: textOf(said.slug),
    kind: kindNamed(textOf(said.kind)),
    alertNames: alerts === undefined || alerts === null ? undefined : [...new Set([alerts].flat().map(wordOf))],
    reviewIntervalDays: said.reviewIntervalDays ?? undefined,
  };
}

const wordOf = (value: unknown) => (typeof value === "number" ? String(value) : value);

function textOf(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() ? text.trim() : undefined;
}

const kindsByWord: Record<string, DocumentKind> = {
  runbook: "runbook",
  runbooks: "runbook",
  note: "note",
  notes: "note",
  architecture: "note",
  "architecture note": "note",
  "architecture-note": "note",
};

const kindNamed = (word: string | undefined) => (word ? kindsByWord[word.toLowerCase()] : undefined);

/** What the nearest folder with a telling name says, or else a runbook. */
function kindOfFolder(path: string): DocumentKind {
  const folders = path.split("/").slice(0, -1).reverse();
  return folders.map((folder) => kindsByWord[folder.toLowerCase()]).find((kind) => kind) ?? "runbook";
}

const runbookHeading = /^#{1,3}[ \t]+(?:meaning|impact|diagnosis|mitigation)\b/im;
const hasRunbookHeading = (body: string) => runbookHeading.test(body);

function firstHeading(body: string): string | undefined {
  const [, words = ""] = /^#{1,6}[ \t]+([^\n]+)/m.exec(body) ?? [];
  return (
    words
      .replace(/[ \t]+#+[ \t\r]*$/, "")
      .replace(/[`*\r]/g, "")
      .trim()
      .slice(0, 200)
      .toWellFormed() || undefined
  );
}

/** An alert is named in one word with a hump in it, such as KubePodCrashLooping or etcdNoLeader. */
const looksLikeAlert = (word: string) =>
  /^[A-Za-z][A-Za-z0-9_]*$/.test(word) && /[a-z]/.test(word) && /.[A-Z]/.test(word);

/** A file is named after the alert that it answers; one with another name may say so in its first heading. */
function alertsOf(stem: string, heading: string | undefined): string[] {
  if (looksLikeAlert(stem) || (stem === heading && /^[A-Z][a-z0-9]+$/.test(stem))) return [stem];
  return heading && looksLikeAlert(heading) ? [heading] : [];
}

function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path[0] === "body" ? "" : `${issue?.path.map(String).join(".")}: `}${issue?.message}`;
}

import { isDeepStrictEqual } from "node:util";
import type { DocumentDraft } from "#lib/documents/exchange/drafts";
import { splitFrontMatter } from "#lib/documents/exchange/front-matter";
import type { DocumentFacts } from "#lib/documents/exchange/manifest";
import { readDocument } from "#lib/documents/exchange/read-document";
import type { DocumentKind } from "#lib/documents/views";

type Facts = {
  kind: DocumentKind;
  title: string;
  alertNames: string[];
  reviewIntervalDays: number;
  frontMatter: string | null;
};

const usualIntervalDays = 91;

/** What has to stand beside a text so that it reads as this document again: only what it does not say itself. */
export function factsBeside(path: string, text: string, row: Facts): DocumentFacts {
  const isBare = row.frontMatter === null && splitFrontMatter(text).frontMatter !== null;
  const bare = isBare ? ({ frontMatter: false } as const) : {};
  const said = readOr(path, text, bare);
  return {
    ...bare,
    ...(said?.title === row.title ? {} : { title: row.title }),
    ...(said && isDeepStrictEqual(said.alertNames, row.alertNames) ? {} : { alertNames: row.alertNames }),
    ...((said?.reviewIntervalDays ?? usualIntervalDays) === row.reviewIntervalDays
      ? {}
      : { reviewIntervalDays: row.reviewIntervalDays }),
  };
}

function readOr(path: string, text: string, facts: DocumentFacts): DocumentDraft | undefined {
  try {
    return readDocument(path, text, facts);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

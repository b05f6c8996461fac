"use client";

import { Comparison } from "#components/documents/comparison";
import type { DraftFields } from "#lib/documents/editor/drafts";

/** What a draft says that the editor does not. */
export function DraftDifference({ before, after }: { before: DraftFields; after: DraftFields }) {
  return (
    <Comparison before={wordsOf(before)} after={wordsOf(after)} beforeName="in the editor" afterName="the draft" />
  );
}

const wordsOf = ({ title, body, alertNames }: DraftFields) => ({
  title,
  body: body.replaceAll("\r\n", "\n"),
  alertNames: alertNames.split("\n").filter(Boolean),
});

import { DocumentReading } from "#components/documents/document-reading";
import type { AddressValues } from "#lib/address-values";
import { now } from "#lib/clock";
import { findReading } from "#lib/documents/reading-queries";
import { listMergedAuthors } from "#lib/documents/revision-queries";
import type { DocumentKind } from "#lib/documents/views";
import { type DocumentParams, loadDocument } from "./load-document";

type ReadProps = { kind: DocumentKind; params: DocumentParams; searchParams: Promise<AddressValues> };

/** A document to be read, with how far it can be trusted and what people found who used it. */
export async function ReadDocument({ kind, params, searchParams }: ReadProps) {
  const [{ viewer, document }, { done }] = await Promise.all([loadDocument(kind, params), searchParams]);
  const [reading, mergedWith] = await Promise.all([
    findReading(viewer, document, now()),
    done === "merged" ? listMergedAuthors(viewer, document.id, document.revision) : [],
  ]);

  return <DocumentReading {...{ document, reading, done, mergedWith }} timeZone={viewer.timeZone} />;
}

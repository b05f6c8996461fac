import { DocumentReading } from "#components/documents/document-reading";
import type { AddressValues } from "#lib/address-values";
import { now } from "#lib/clock";
import { findReading } from "#lib/documents/reading-queries";
import type { DocumentKind } from "#lib/documents/views";
import { type DocumentParams, loadDocument } from "./load-document";

type ReadProps = { kind: DocumentKind; params: DocumentParams; searchParams: Promise<AddressValues> };

/** A document to be read, with how far it can be trusted and what people found who used it. */
export async function ReadDocument({ kind, params, searchParams }: ReadProps) {
  const [{ viewer, document }, { done }] = await Promise.all([loadDocument(kind, params), searchParams]);
  const reading = await findReading(viewer, document, now());

  return <DocumentReading document={document} reading={reading} done={done} timeZone={viewer.timeZone} />;
}

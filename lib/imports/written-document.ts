import { z } from "zod";
import { AlertNames, Body, DocumentSlug, ReviewIntervalDays, Title } from "#lib/documents/inputs";
import { Slug } from "#lib/fields";
import type { Envelope } from "#lib/imports/envelope";
import type { Lines, Place } from "#lib/imports/source-document";
import { faultAt } from "#lib/imports/watch-document";
import { PutSignatureInput, SignatureSlug } from "#lib/signatures/inputs";

/** The kinds of our own that hold what the experts wrote. */
export const writtenKinds = ["Runbook", "Signature"] as const;
export const isWrittenKind = (kind: string): kind is (typeof writtenKinds)[number] =>
  (writtenKinds as readonly string[]).includes(kind);

const RunbookSpec = z.strictObject({
  service: Slug,
  title: Title.optional(),
  alertNames: AlertNames.default([]),
  reviewIntervalDays: ReviewIntervalDays.optional(),
  body: Body,
});
const SignatureSpec = PutSignatureInput.extend({ service: Slug }).strict();

type RunbookBody = Omit<z.output<typeof RunbookSpec>, "service" | "title"> & { title: string };

/** A runbook or a signature as its descriptor has it; `slug` is its address in the service. */
export type WrittenDocument = Place & {
  source?: string | undefined;
  reference: string;
  service: string;
  slug: string;
  lines: Lines;
} & ({ kind: "Runbook"; body: RunbookBody } | { kind: "Signature"; body: PutSignatureInput });

type Document = Place & { source?: string; lines: Lines };
type Written = Envelope & { kind: (typeof writtenKinds)[number]; spec: Record<string, unknown> };

/** Understands a Runbook or a Signature, or says what makes it unacceptable, and where. */
export function readWritten(
  { location, document, line, source, lines }: Document,
  { kind, metadata, spec }: Written,
  slug: string,
): WrittenDocument | { reason: string; path: string[] } {
  const address = (kind === "Runbook" ? DocumentSlug : SignatureSlug).safeParse(slug);
  if (!address.success)
    return { reason: `metadata.name: ${firstOf(address.error).message}`, path: ["metadata", "name"] };
  const self = { location, document, line, source, lines, slug };
  if (kind === "Signature") {
    const { data, error } = SignatureSpec.safeParse(spec);
    if (!data) return faultOf(error);
    const { service, ...body } = data;
    return { ...self, kind, service, reference: referenceOf(kind, service, slug), body };
  }
  const { data, error } = RunbookSpec.safeParse(spec);
  if (!data) return faultOf(error);
  const { service, title = metadata.title || metadata.name, ...body } = data;
  return { ...self, kind, service, reference: referenceOf(kind, service, slug), body: { ...body, title } };
}

/** Two services may each have one of the same name. */
const referenceOf = (kind: string, service: string, slug: string) => `${kind.toLowerCase()}:${service}/${slug}`;

const firstOf = (error: z.ZodError) => error.issues[0] ?? { path: [], message: "This is not understood." };

function faultOf(error: z.ZodError): { reason: string; path: string[] } {
  const { path, message } = firstOf(error);
  return faultAt(path.map(String), message);
}

import type { z } from "zod";
import { Name, Slug } from "#lib/fields";
import type { Envelope } from "#lib/imports/envelope";
import type { Lines, Place } from "#lib/imports/source-document";
import { EscalationInput, PutRotationInput } from "#lib/rotations/inputs";

/** The kinds of our own that say who stands watch and who is paged. */
export const watchKinds = ["Rotation", "EscalationPath"] as const;
export const isWatchKind = (kind: string): kind is (typeof watchKinds)[number] =>
  (watchKinds as readonly string[]).includes(kind);

/** What a descriptor says of a watch: the body of the PUT that would say the same. */
export type WatchDocument = Place & {
  source?: string | undefined;
  reference: string;
  /** The rotation's address, or that of the service whose path it is. */
  slug: string;
  lines: Lines;
} & ({ kind: "Rotation"; body: PutRotationInput } | { kind: "EscalationPath"; body: EscalationInput });

const RotationSpec = PutRotationInput.extend({ name: Name.optional() }).strict();
const EscalationSpec = EscalationInput.extend({ service: Slug.optional() }).strict();

type Document = Place & { source?: string; lines: Lines };
type Watch = Envelope & { kind: (typeof watchKinds)[number]; spec: Record<string, unknown> };

/** Understands a Rotation or an EscalationPath, or says what makes it unacceptable, and where. */
export function readWatch(
  { location, document, line, source, lines }: Document,
  { kind, metadata, spec }: Watch,
  { reference, slug }: { reference: string; slug: string },
): WatchDocument | { reason: string; path: string[] } {
  const self = { location, document, line, source, lines, reference };
  if (kind === "EscalationPath") {
    const { data, error } = EscalationSpec.safeParse(spec);
    if (!data) return faultOf(error);
    const { service = slug, ...body } = data;
    return { ...self, kind, slug: service, body };
  }
  const { data, error } = RotationSpec.safeParse(spec);
  if (!data) return faultOf(error);
  const { name = metadata.title || metadata.name, description = metadata.description, ...rest } = data;
  return { ...self, kind, slug, body: { ...rest, name, description } };
}

function faultOf(error: z.ZodError): { reason: string; path: string[] } {
  const [issue] = error.issues;
  return faultAt(issue?.path.map(String) ?? [], issue?.message ?? "This is not understood.");
}

/** A fault of what stands at `path` in the spec, as the sentence of a rejection. */
export function faultAt(path: readonly string[], message: string): { reason: string; path: string[] } {
  const place = ["spec", ...path];
  return { reason: `${place.join(".")}: ${message}`, path: place };
}

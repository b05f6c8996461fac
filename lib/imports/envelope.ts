import { z } from "zod";

const plainObject = z.record(z.string(), z.unknown());
/** Text without what a database cannot hold; halves of surrogate pairs become the replacement character. */
export const Text = z
  .string({ error: missingOr("must be text (put it in quotes)") })
  .refine((text) => !text.includes("\0"), "holds a NUL character")
  .transform((text) => text.toWellFormed().trim());

const OptionalWords = Text.nullish().transform((text) => text || undefined);

/** Annotations must be text, but an unquoted `true` or `2` is what YAML makes of many. */
const Annotations = z
  .record(z.string(), z.unknown(), "must be a mapping")
  .nullish()
  .transform((annotations) => {
    const entries = Object.entries(annotations ?? {}).filter(([, value]) => /string|number|boolean/.test(typeof value));
    return new Map(entries.map(([name, value]) => [name, String(value).toWellFormed().trim()]));
  });

/** What every descriptor has, whatever its kind. What a kind does not read is let through unread. */
export const Envelope = z.object(
  {
    apiVersion: Text,
    kind: Text,
    metadata: z.object(
      {
        name: Text,
        namespace: OptionalWords,
        title: OptionalWords,
        description: OptionalWords,
        annotations: Annotations,
        links: z.unknown().optional(),
      },
      { error: missingOr("must be a mapping") },
    ),
    spec: plainObject.or(z.null().transform(() => undefined)).optional(),
  },
  "must be a mapping with apiVersion, kind and metadata",
);
export type Envelope = z.output<typeof Envelope>;

/** The first fault of a descriptor as a sentence that names its place, with the path for the line. */
export function faultOf(error: z.ZodError): { path: PropertyKey[]; reason: string } {
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const place = path.map(String).join(".") || "A descriptor";
  return { path, reason: `${place} ${issue?.message}.` };
}

function missingOr(otherwise: string) {
  return ({ input }: { input?: unknown }) => (input === undefined ? "is missing" : otherwise);
}

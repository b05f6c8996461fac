import { z } from "zod";
import { parseYaml } from "#lib/documents/exchange/front-matter";

const Origin = z.object({ name: z.string().min(1), location: z.string().min(1) });

const DocumentFacts = z.object({
  title: z.string().optional(),
  alertNames: z.array(z.string()).optional(),
  reviewIntervalDays: z.number().optional(),
  source: Origin.optional(),
  /** SHA-256 of the body in hexadecimal: which revision a text that was changed since is based on. */
  digest: z.string().optional(),
  /** False for a text that begins like one with front matter and has none. */
  frontMatter: z.literal(false).optional(),
});
export type DocumentFacts = z.output<typeof DocumentFacts>;

const SignatureFacts = z.object({ source: Origin.optional() });

/** What an export says beside its texts, by the path of each file. */
export const Manifest = z.object({
  apiVersion: z.literal("watchbill.dev/v1"),
  kind: z.literal("DocumentExport"),
  documents: z.record(z.string(), DocumentFacts).default({}),
  signatures: z.record(z.string(), SignatureFacts).default({}),
  uploads: z.record(z.string(), z.object({ service: z.string() })).default({}),
});
export type Manifest = z.output<typeof Manifest>;

/** The manifest of an export; undefined for a file of that name that is none. Throws RangeError for a broken one. */
export function readManifest(text: string): Manifest | undefined {
  const value = parseYaml(text, "watchbill.yaml");
  if ((value as { kind?: unknown } | null)?.kind !== "DocumentExport") return undefined;
  const { data, error } = Manifest.safeParse(value);
  if (data) return data;
  const [issue] = error.issues;
  throw new RangeError(`watchbill.yaml: ${issue?.path.join(".")}: ${issue?.message}.`);
}

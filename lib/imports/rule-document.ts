import { z } from "zod";
import type { AlertRuleVariant } from "#db/schema";
import { httpUrl } from "#lib/imports/links";
import { lineAt, type Place, type SourceDocument } from "#lib/imports/source-document";
import { slugPattern } from "#lib/slugs";

/** Alert rules of one name, as a Prometheus rule file has them; `service` null where it names none. */
export type FoundRule = {
  name: string;
  service: string | null;
  runbookUrl: string | null;
  variants: AlertRuleVariant[];
};

export type RuleDocument = Place & {
  source?: string | undefined;
  reference: string;
  rules: FoundRule[];
  notes: { line: number; note: string }[];
};

const words = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((given) => given ?? {});
const Rule = z.object({
  alert: z.string().optional(),
  expr: z.unknown().optional(),
  for: z.unknown().optional(),
  labels: words,
  annotations: words,
});
const Groups = z.array(z.object({ rules: z.array(z.unknown()).nullish() }));

/** Whether this is a PrometheusRule manifest, or a plain file of rule groups. */
export function holdsRules(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { kind, groups } = value as { kind?: unknown; groups?: unknown };
  return kind === "PrometheusRule" || (kind === undefined && Array.isArray(groups));
}

const serviceAnnotation = "watchbill.dev/service";

/**
 * The alert rules of a rule file; recording rules are passed over. A rule is of the service that its label `service`
 * names, or else that of the manifest's annotation `watchbill.dev/service`. A text says why the file is no good.
 */
export function readRules(
  document: SourceDocument & { value: Record<string, unknown>; lines: Record<string, number> },
): RuleDocument | { reason: string } {
  const { location, document: number, line, source } = document;
  const { spec, metadata, groups } = document.value as {
    spec?: { groups?: unknown } | null;
    metadata?: { name?: unknown; annotations?: Record<string, unknown> | null } | null;
    groups?: unknown;
  };
  const inSpec = groups === undefined;
  const { data } = Groups.safeParse(groups ?? spec?.groups);
  if (!data) return { reason: `${inSpec ? "spec.groups" : "groups"} has to be a list of groups with rules.` };
  const found = new Map<string, FoundRule>();
  const notes: RuleDocument["notes"] = [];
  const general = slugOf(metadata?.annotations?.[serviceAnnotation]);
  for (const [group, { rules }] of data.entries()) {
    for (const one of rules ?? []) {
      const rule = readRule(one, general);
      if (rule) add(found, rule);
      else if (rule === undefined) {
        const path = [...(inSpec ? ["spec"] : []), "groups", String(group)];
        notes.push({ line: lineAt(document, path), note: "A rule without a name in text was passed over." });
      }
    }
  }
  const name = typeof metadata?.name === "string" ? metadata.name : `${location}#${number}`;
  const place = { location, document: number, line, source };
  return { ...place, reference: `prometheusrule:${name}`, rules: [...found.values()], notes };
}

/** Null for a recording rule, undefined for what is none at all. */
function readRule(value: unknown, general: string | null): FoundRule | null | undefined {
  const { data } = Rule.safeParse(value);
  if (!data) return undefined;
  if (data.alert === undefined) return null;
  const name = data.alert.trim().slice(0, 200);
  if (!name || /\p{Cc}/u.test(name)) return undefined;
  const { labels, annotations } = data;
  const variant = {
    severity: textOf(labels.severity, 60),
    condition: textOf(data.expr, 10_000),
    holdsFor: textOf(data.for, 60),
    summary: textOf(annotations.summary, 1_000),
    description: textOf(annotations.description ?? annotations.message, 4_000),
  };
  const runbookUrl = httpUrl(textOf(annotations.runbook_url, 2_000) ?? "") ?? null;
  return { name, service: slugOf(labels.service) ?? general, runbookUrl, variants: [variant] };
}

function add(found: Map<string, FoundRule>, rule: FoundRule): void {
  const key = JSON.stringify([rule.service, rule.name]);
  const known = found.get(key);
  if (!known) found.set(key, rule);
  else {
    known.variants.push(...rule.variants);
    known.runbookUrl ??= rule.runbookUrl;
  }
}

function textOf(value: unknown, longest: number): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  return String(value).replaceAll("\0", "").trim().slice(0, longest).toWellFormed() || null;
}

function slugOf(value: unknown): string | null {
  const slug = typeof value === "string" ? value.trim().toLowerCase() : "";
  return slugPattern.test(slug) ? slug : null;
}

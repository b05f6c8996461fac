import type { Who } from "#db/seed/demo/document-history";
import type { Hired, Staff } from "#db/seed/demo/shop";
import { groundSignatures } from "#db/seed/demo/signatures/ground";
import { shopSignatures } from "#db/seed/demo/signatures/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Document } from "#db/seed/documents";
import type { Draft } from "#db/seed/draft";
import type { Service } from "#db/seed/services";
import { draftSignature } from "#db/seed/signatures";

/** What an error of a service looks like. `runbook` is a file and the step that it leads to. */
export type SignatureText = {
  service: string;
  slug: string;
  written: [who: Who, daysAgo: number, time?: string];
  pattern: string;
  labels?: Record<string, string>;
  meaning: string;
  cause: string;
  confirm: string;
  firstStep: string;
  runbook?: string;
};

export const demoSignatures: SignatureText[] = [...shopSignatures, ...groundSignatures];

/** Errors that somebody of the shop has met and understood. `documents` are known by the paths of their files. */
export function draftSignatures(
  draft: Draft,
  on: Workday,
  people: Staff & Hired,
  services: readonly Service[],
  documents: Map<string, Document>,
): void {
  const bySlug = new Map(services.map((service) => [service.slug, service]));
  for (const { service: slug, written, runbook: target, ...text } of demoSignatures) {
    const [who, daysAgo, time] = written;
    const service = bySlug.get(slug);
    const [file = "", anchor = null] = target?.split("#") ?? [];
    const runbook = documents.get(file);
    if (!service || (target && !runbook)) throw new Error(`The signature ${text.slug} leads to nothing.`);
    const leads = runbook ? { runbook, runbookAnchor: anchor } : {};
    draftSignature(draft, { ...text, ...leads, service, by: people[who] }, on(daysAgo, time));
  }
}

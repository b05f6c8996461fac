import type { Hired, Staff } from "#db/seed/demo/shop";
import type { SignatureText } from "#db/seed/demo/signature-text";
import { groundSignatures } from "#db/seed/demo/signatures/ground";
import { shopSignatures } from "#db/seed/demo/signatures/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Document } from "#db/seed/documents";
import type { Draft } from "#db/seed/draft";
import type { Service } from "#db/seed/services";
import { draftSignature, type Signature } from "#db/seed/signatures";

export const demoSignatures: SignatureText[] = [...shopSignatures, ...groundSignatures];

/** Errors that somebody of the shop has met and understood. `documents` are known by the paths of their files. By slug. */
export function draftSignatures(
  draft: Draft,
  on: Workday,
  people: Staff & Hired,
  services: readonly Service[],
  documents: Map<string, Document>,
): Map<string, Signature> {
  const bySlug = new Map(services.map((service) => [service.slug, service]));
  const signatures = new Map<string, Signature>();
  for (const { service: slug, written, runbook: target, ...text } of demoSignatures) {
    const [who, daysAgo, time] = written;
    const [address = "", anchor = null] = target.split("#");
    const [service, runbook] = [bySlug.get(slug), documents.get(`${slug}/runbooks/${address}`)];
    if (!service || !runbook) throw new Error(`The signature ${text.slug} leads to nothing.`);
    const facts = { ...text, service, runbook, runbookAnchor: anchor, by: people[who] };
    signatures.set(text.slug, draftSignature(draft, facts, on(daysAgo, time)));
  }
  return signatures;
}

import { signatures } from "#db/schema";
import type { Document } from "#db/seed/documents";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, fixtures, idOf, longAgo, named, record } from "#db/seed/history";
import { errorMeaning, slugOf, uniqueName } from "#db/seed/names";
import { draftService, type Service } from "#db/seed/services";

export type Signature = Row<typeof signatures>;

type Said = "pattern" | "labels" | "meaning" | "cause" | "confirm" | "firstStep" | "runbookAnchor" | "slug";
type SignatureFacts = Partial<Pick<Signature, Said>> & {
  by?: Actor;
  service?: Service;
  runbook?: Document;
};

/**
 * What an error of a service looks like, with one phrase of its own unless `pattern` says otherwise. Texts find it once
 * its pattern is indexed, as the texts of documents are.
 */
export function draftSignature(
  draft: Draft,
  { by = fixtures, ...facts }: SignatureFacts = {},
  at = longAgo,
): Signature {
  const { service = draftService(draft, {}, at), runbook, ...said } = facts;
  const meaning = facts.meaning ?? uniqueName(errorMeaning);
  const signature = {
    id: crypto.randomUUID(),
    serviceId: service.id,
    slug: slugOf(meaning),
    pattern: `${meaning.toLowerCase()}: * refused`,
    labels: {},
    cause: "The store behind it turned us away.",
    confirm: "Look at its connections.",
    firstStep: "Restart it.",
    runbookAnchor: null,
    ...said,
    meaning,
    runbookId: runbook?.id ?? null,
    ...{ source: null, location: null, personId: idOf(by), actor: typeof by === "string" ? by : by.name },
    ...{ retiredAt: null, createdAt: at, changedAt: at },
  };
  draft.add(signatures, signature);
  const detail = { signature: { slug: signature.slug, name: meaning }, service: named(service) };
  record(draft, at, by, [signature.id, service.id], { kind: "signature.written", ...detail });
  return signature;
}

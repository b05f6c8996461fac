import { holdsAt, isActiveAt, isBy, isLivingAt, type Past, upTo } from "#bin/start/demo-past/past";
import type { DocumentFact, RuleFact, ServiceFacts } from "#lib/coverage/facts";
import { type FreshnessFacts, freshness, type MarkFact } from "#lib/documents/freshness";
import { outlineOf } from "#lib/documents/markdown/render";
import type { Outline } from "#lib/documents/outline";
import type { EventOfService } from "#lib/documents/service-changes";
import { slugify } from "#lib/slugs";

type Instant = Temporal.Instant;
type Document = NonNullable<ReturnType<Past["documents"]["get"]>>[number];
type Revision = NonNullable<ReturnType<Past["revisions"]["get"]>>[number];

/** What was written of a service at `at`, how far it could be trusted, and which rules it answered. */
export function writtenAt(
  past: Past,
  outlines: Outlines,
  serviceId: string,
  at: Instant,
): Pick<ServiceFacts, "notes" | "rules" | "workedStep"> {
  const living = (past.documents.get(serviceId) ?? [])
    .filter((document) => isLivingAt(document, at))
    .toSorted((one, other) => Temporal.Instant.compare(writtenLast(other), writtenLast(one)));
  const factOf = (document: Document): DocumentFact => {
    const { state, provenAt, reviewedAt } = freshness(freshnessFacts(past, outlines, document, at), at);
    const last = state === "proven" ? provenAt : reviewedAt;
    return { slug: document.slug, name: document.title, state, at: last === null ? null : Temporal.Instant.from(last) };
  };
  const runbooks = living.filter(({ kind }) => kind === "runbook");
  const rules = (past.rules.get(serviceId) ?? [])
    .filter((rule) => isLivingAt(rule, at) && !rule.isWithoutCustomerImpact)
    .filter(({ customerImpact, impactAskedAt }) => customerImpact !== null || !isBy(impactAskedAt, at))
    .toSorted((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1));
  return {
    notes: living.filter(({ kind }) => kind === "note").map(factOf),
    rules: rules.map(({ name }): RuleFact => {
      const runbook =
        runbooks.find(({ alertNames }) => alertNames.includes(name)) ??
        runbooks.find(({ slug }) => slug === slugify(name));
      return { name, runbook: runbook ? factOf(runbook) : null };
    }),
    workedStep: workedStepOf(runbooks),
  };

  function writtenLast({ id, createdAt }: Document): Instant {
    return upTo(past.revisions.get(id), at).at(-1)?.at ?? createdAt;
  }

  function workedStepOf(among: readonly Document[]): ServiceFacts["workedStep"] {
    const worked = among.flatMap(({ id, slug, title }) =>
      upTo(past.marks.get(id), at)
        .filter(({ verdict }) => verdict === "worked")
        .map((mark) => ({ runbook: { slug, name: title }, at: mark.at })),
    );
    return upTo(worked, at).at(-1) ?? null;
  }
}

function freshnessFacts(past: Past, outlines: Outlines, document: Document, at: Instant): FreshnessFacts {
  const { id, kind, serviceId, createdAt, reviewIntervalDays } = document;
  const revisions = upTo(past.revisions.get(id), at);
  const substantial = revisions.filter(({ isSubstantial }) => isSubstantial);
  const written = substantial.at(-1);
  const marked = upTo(past.marks.get(id), at);
  // A runbook is taken apart for its marks only, and few have any.
  const outline = outlines(document, kind === "note" || marked.length > 0 ? revisions.at(-1) : undefined);
  const steps = new Set(outline.sections.flatMap((section) => section.steps.map(({ text }) => text)));
  const marks = marked.map((mark): MarkFact => ({ ...mark, isPresent: steps.has(mark.step) }));
  const assumed = outline.mentions.flatMap(({ service: slug, isAssumed }) => {
    const service = past.services.find((one) => one.slug === slug);
    return isAssumed && service && service.id !== serviceId ? changesOf(past, service.id, at) : [];
  });
  return {
    ...{ kind, createdAt, reviewIntervalDays, marks, assumed, deadLinks: [] },
    reviewedAt: upTo(past.documentReviews.get(id), at).at(-1)?.at ?? null,
    expertWroteAt: substantial.findLast((revision) => isByExpert(past, serviceId, revision))?.at ?? null,
    writtenAt: written?.at ?? createdAt,
    author: written?.personId ? authorAt(past, serviceId, written.personId, at) : null,
    changes: changesOf(past, serviceId, at),
  };
}

function changesOf({ events }: Past, serviceId: string, at: Instant): FreshnessFacts["changes"] {
  return (events.get(serviceId) ?? [])
    .filter((event) => event.kind.startsWith("service.") && isBy(event.at, at))
    .map(({ at: when, kind, detail }) => ({ at: when, event: { kind, ...detail } as unknown as EventOfService }));
}

function isByExpert(past: Past, serviceId: string, { personId, origin, at }: Revision): boolean {
  if (origin === "suggested") return true;
  const owner = (past.ownerships.get(serviceId) ?? []).find((span) => span.role === "delivery" && holdsAt(span, at));
  const members = (past.memberships.get(owner?.teamId ?? "") ?? []).filter((span) => holdsAt(span, at));
  const declared = (past.experts.get(serviceId) ?? []).filter(({ declaredAt }) => isBy(declaredAt, at));
  return [...members, ...declared].some((one) => one.personId === personId);
}

function authorAt(past: Past, serviceId: string, personId: string, at: Instant): FreshnessFacts["author"] {
  const name = past.people.get(personId)?.name ?? "";
  const left = (past.deactivations.get(personId) ?? []).find((span) => holdsAt(span, at))?.startsAt ?? null;
  if (left || !isActiveAt(past, personId, at)) return { name, leftAt: left };
  const teams = (past.ownerships.get(serviceId) ?? []).filter((span) => holdsAt(span, at)).map(({ teamId }) => teamId);
  const spans = teams
    .flatMap((id) => past.memberships.get(id) ?? [])
    .filter((span) => span.personId === personId && isBy(span.startsAt, at));
  if (spans.some((span) => holdsAt(span, at))) return { name, leftAt: null };
  const ends = spans.flatMap(({ endsAt }) => (endsAt ? [{ at: endsAt }] : []));
  return { name, leftAt: upTo(ends, at).at(-1)?.at ?? null };
}

/** What a revision is made of. */
export type Outlines = (document: Document, revision: Revision | undefined) => Outline;

/** Texts are taken apart once, however often they are asked for. */
export function newOutlines(): Outlines {
  const known = new Map<Revision, Outline>();
  return ({ kind }, revision) => {
    if (!revision) return { sections: [], links: [], mentions: [] };
    const outline = known.get(revision) ?? outlineOf(revision.body, kind);
    known.set(revision, outline);
    return outline;
  };
}

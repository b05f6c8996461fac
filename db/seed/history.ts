import { events } from "#db/schema";
import type { Draft } from "#db/seed/draft";

/** A thing as an event names it: its address and its name at that moment. */
export type Named = { slug: string; name: string };
/** A runbook or an architecture note; `name` is its title. */
export type NamedDocument = Named & { kind: "runbook" | "note"; service: Named };
type FieldChange = { field: string; before: unknown; after: unknown };

/** What the factories write into the history: the part of the product's events that they need, in the same shapes. */
export type Happening =
  | { kind: "service.created" | "service.retired" | "service.restored"; service: Named }
  | { kind: "service.edited"; service: Named; changes: FieldChange[] }
  | { kind: "service.renamed"; service: Named; before: Named }
  | { kind: "service.transferred"; service: Named; role: "delivery" | "ops"; from: Named | null; to: Named | null }
  | { kind: "service.dependency-added"; service: Named; needs: Named; strength: "hard" | "soft" }
  | { kind: "service.expert-declared"; service: Named; expert: Named }
  | { kind: "team.created" | "team.retired"; team: Named }
  | { kind: "team.edited"; team: Named; changes: FieldChange[] }
  | { kind: "team.renamed"; team: Named; before: Named }
  | { kind: "team.manager-changed"; team: Named; from: Named | null; to: Named | null }
  | { kind: "team.member-joined" | "team.role-changed"; team: Named; member: Named; role: "member" | "lead" }
  | { kind: "team.member-left"; team: Named; member: Named }
  | { kind: "person.created" | "person.deactivated" | "person.made-administrator"; person: Named }
  | { kind: "person.edited"; person: Named; changes: FieldChange[] }
  | { kind: "entry.created"; entry: Named; entryKind: string }
  | { kind: "rotation.created" | "rotation.retired"; rotation: Named; team: Named }
  | { kind: "rotation.renamed"; rotation: Named; before: Named }
  | { kind: "rotation.changed"; rotation: Named; from: string; moved: Named[] }
  | ({ kind: "override.made"; instead: Named | null; origin: OverrideOrigin } & Standing)
  | ({ kind: "cover.asked" | "cover.withdrawn" | "shadow.joined" } & Standing)
  | ({ kind: "cover.claimed"; by: Named } & Standing)
  | { kind: "shifts.swapped"; rotation: Named; first: Held; second: Held }
  | { kind: "readiness.marked"; rotation: Named; person: Named; item: ReadinessItem }
  | { kind: "handoff.noted"; rotation: Named; person: Named; at: string }
  | { kind: "escalation.changed"; service: Named; changes: FieldChange[] }
  | { kind: "document.written" | "document.retired"; document: NamedDocument }
  | {
      kind: "document.edited";
      document: NamedDocument;
      revision: number;
      summary: string | null;
      changes: FieldChange[];
    }
  | { kind: "document.moved"; document: NamedDocument; before: NamedDocument }
  | { kind: "document.reviewed"; document: NamedDocument; revision: number }
  | { kind: "step.marked"; document: NamedDocument; anchor: string; step: string; verdict: StepVerdict }
  | { kind: "suggestion.made"; document: NamedDocument }
  | { kind: "signature.written"; signature: Named; service: Named }
  | { kind: "alert-rule.created"; rule: string; service: Named | null }
  | { kind: "maintenance.planned"; service: Named; from: string; to: string }
  | { kind: "heartbeat.created"; service: Named; heartbeat: Named }
  | { kind: "intake-key.created"; service: Named; hint: string }
  | { kind: "intake-name.set"; name: string; service: Named }
  | { kind: "criterion.written"; level: string; text: string }
  | { kind: "drill.planned" | "drill.called-off" | "drill.raised" | "drill.learnt"; service: Named; drill: string }
  | { kind: "token.created" | "token.revoked"; token: string; scope: string; owner: Named | null }
  | {
      kind: "import.finished";
      source: string;
      created: number;
      changed: number;
      unchanged: number;
      retired: number;
      rejected: number;
    };

export type OverrideOrigin = "taken" | "claimed" | "swapped" | "named";
export type StepVerdict = "worked" | "failed" | "out-of-date";
export type ReadinessItem = "contact" | "runbooks" | "shadow" | "briefing";
/** Somebody in a rotation over a span of ISO instants. */
type Held = { person: Named; from: string; to: string };
type Standing = Held & { rotation: Named };

/** Who did it: a person, or the name of something that is none. */
export type Actor = { id: string; name: string } | string;

export const idOf = (by: Actor): string | null => (typeof by === "string" ? null : by.id);

/** When nothing else is said, things were made by the fixtures, at `longAgo`. */
export const fixtures = "Fixtures";
export const longAgo = Temporal.Instant.from("2026-01-05T08:00:00Z");

/** Adds one line of history. `about` are the ids of the things whose history shows it. */
export function record(
  draft: Draft,
  at: Temporal.Instant,
  by: Actor,
  about: readonly (string | null | undefined)[],
  { kind, ...detail }: Happening,
): void {
  const who = typeof by === "string" ? { personId: null, actor: by } : { personId: by.id, actor: by.name };
  draft.add(events, { ...who, at, kind, about: [...new Set(about.filter((id) => id != null))], detail });
}

/** The fields of `patch` whose values differ from those of `row`, before and after. */
export function changesOf<Facts extends object>(row: Facts, patch: Partial<Facts>): FieldChange[] {
  return Object.entries(patch)
    .map(([field, after]) => ({ field, before: row[field as keyof Facts], after }))
    .filter(({ before, after }) => before !== after);
}

export const named = ({ slug, name }: Named): Named => ({ slug, name });

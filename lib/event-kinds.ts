/** A thing as an event names it: the words of that moment, and the address that still leads to it. */
export type Named = { slug: string; name: string };

/** One field before and after; values are what a reader can be shown. */
export type FieldChange = { field: string; before: unknown; after: unknown };

/** One half of a swap: whose shift it was, and when. ISO instants. */
export type SwappedShift = { person: Named; from: string; to: string };

/** A runbook or an architecture note, found by its service, kind and slug; `name` is its title. */
export type NamedDocument = Named & { kind: "runbook" | "note"; service: Named };

/** What an event can say. `about` (the ids of the things concerned) is stored beside it. */
export type EventDetail =
  | { kind: "service.created" | "service.retired" | "service.restored"; service: Named }
  | { kind: "service.edited"; service: Named; changes: FieldChange[] }
  | { kind: "service.renamed"; service: Named; before: Named }
  | { kind: "service.transferred"; service: Named; role: "delivery" | "ops"; from: Named | null; to: Named | null }
  | {
      kind: "service.dependency-added" | "service.dependency-removed";
      service: Named;
      needs: Named;
      /** The kind of entry that was needed; left out for a service. */
      needsKind?: string;
      strength: "hard" | "soft";
    }
  | { kind: "service.needs-nothing-stated" | "service.needs-nothing-withdrawn"; service: Named }
  | { kind: "service.expert-declared" | "service.expert-withdrawn"; service: Named; expert: Named }
  | { kind: "team.created" | "team.retired" | "team.restored"; team: Named }
  | { kind: "team.edited"; team: Named; changes: FieldChange[] }
  | { kind: "team.renamed"; team: Named; before: Named }
  | { kind: "team.manager-changed"; team: Named; from: Named | null; to: Named | null }
  | { kind: "team.member-joined" | "team.role-changed"; team: Named; member: Named; role: "member" | "lead" }
  | { kind: "team.member-left"; team: Named; member: Named }
  | {
      kind:
        | "person.created"
        | "person.admitted"
        | "person.deactivated"
        | "person.reactivated"
        | "person.signed-out-everywhere"
        | "person.made-administrator"
        | "person.no-longer-administrator";
      person: Named;
    }
  | { kind: "person.edited"; person: Named; changes: FieldChange[] }
  | { kind: "entry.created" | "entry.retired" | "entry.restored"; entry: Named; entryKind: string }
  | { kind: "entry.edited"; entry: Named; entryKind: string; changes: FieldChange[] }
  | {
      kind: "rotation.created" | "rotation.retired" | "rotation.restored" | "rotation.made-default";
      rotation: Named;
      team: Named;
    }
  | { kind: "rotation.edited"; rotation: Named; changes: FieldChange[] }
  | { kind: "rotation.renamed"; rotation: Named; before: Named }
  /** A new version holds from `from` on; `moved` names those whose coming shifts it moves. */
  | { kind: "rotation.changed"; rotation: Named; from: string; moved: Named[] }
  /** `person` stands in over the span, in the place of `instead` where one person held it. Instants are ISO texts. */
  | {
      kind: "override.made" | "override.ended" | "override.trimmed";
      rotation: Named;
      person: Named;
      instead: Named | null;
      from: string;
      to: string;
      origin: "taken" | "claimed" | "swapped" | "named";
    }
  | {
      kind: "cover.asked" | "cover.withdrawn" | "cover.reopened";
      rotation: Named;
      person: Named;
      from: string;
      to: string;
    }
  | { kind: "cover.claimed"; rotation: Named; person: Named; by: Named; from: string; to: string }
  | { kind: "shifts.swapped"; rotation: Named; first: SwappedShift; second: SwappedShift }
  | { kind: "shadow.joined" | "shadow.left"; rotation: Named; person: Named; from: string; to: string }
  | {
      kind: "readiness.marked" | "readiness.unmarked";
      rotation: Named;
      person: Named;
      item: "contact" | "runbooks" | "shadow" | "briefing";
    }
  | { kind: "handoff.noted" | "handoff.read"; rotation: Named; person: Named; at: string }
  | { kind: "escalation.changed"; service: Named; changes: FieldChange[] }
  | { kind: "calendar.opened" | "calendar.closed"; person: Named; rotation: Named | null }
  | { kind: "document.written" | "document.retired" | "document.restored"; document: NamedDocument }
  /** `revision` is the one that the save made; `from` the one that was brought back, where that is what happened. */
  | {
      kind: "document.edited";
      document: NamedDocument;
      revision: number;
      summary: string | null;
      changes: FieldChange[];
    }
  | { kind: "document.brought-back"; document: NamedDocument; revision: number; from: number }
  | { kind: "document.moved"; document: NamedDocument; before: NamedDocument }
  | { kind: "document.reviewed"; document: NamedDocument; revision: number }
  | {
      kind: "step.marked" | "step.unmarked";
      document: NamedDocument;
      anchor: string;
      step: string;
      verdict: "worked" | "failed" | "out-of-date";
    }
  | { kind: "suggestion.made" | "suggestion.withdrawn"; document: NamedDocument }
  | { kind: "suggestion.accepted" | "suggestion.declined"; document: NamedDocument; author: Named }
  | { kind: "signature.written" | "signature.retired" | "signature.restored"; signature: Named; service: Named }
  | { kind: "signature.edited"; signature: Named; service: Named; changes: FieldChange[] }
  | { kind: "upload.added"; service: Named; name: string }
  | { kind: "alert-rule.created" | "alert-rule.retired" | "alert-rule.restored"; rule: string; service: Named | null }
  | { kind: "alert-rule.edited"; rule: string; service: Named | null; changes: FieldChange[] }
  | { kind: "maintenance.planned" | "maintenance.ended"; service: Named; from: string; to: string }
  | { kind: "heartbeat.created" | "heartbeat.retired"; service: Named; heartbeat: Named }
  | { kind: "heartbeat.edited"; service: Named; heartbeat: Named; changes: FieldChange[] }
  | { kind: "intake-key.created" | "intake-key.revoked"; service: Named; hint: string }
  | { kind: "intake-name.set" | "intake-name.removed"; name: string; service: Named }
  /** Which kind of method and nothing more: where it leads is private. */
  | {
      kind: "contact-method.added" | "contact-method.verified" | "contact-method.removed";
      person: Named;
      method: string;
    }
  | { kind: "token.created" | "token.revoked"; token: string; scope: string; owner: Named | null }
  | { kind: "installation.coverage-limits-changed"; changes: FieldChange[] }
  | { kind: "installation.fallback-ops-chosen"; from: Named | null; to: Named | null }
  | { kind: "criterion.written" | "criterion.retired" | "criterion.restored"; level: string; text: string }
  | { kind: "criterion.edited"; level: string; changes: FieldChange[] }
  | { kind: "drill.planned" | "drill.called-off" | "drill.raised" | "drill.learnt"; service: Named; drill: string }
  | { kind: "bootstrap-token.used"; call: string }
  | {
      kind: "import.finished";
      source: string;
      created: number;
      changed: number;
      unchanged: number;
      retired: number;
      rejected: number;
    };

export type EventKind = EventDetail["kind"];

/** A thing as an event names it: the words of that moment, and the address that still leads to it. */
export type Named = { slug: string; name: string };

/** One field before and after; values are what a reader can be shown. */
export type FieldChange = { field: string; before: unknown; after: unknown };

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
  | { kind: "token.created" | "token.revoked"; token: string; scope: string; owner: Named | null }
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

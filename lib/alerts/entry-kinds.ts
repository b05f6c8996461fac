import type { Named } from "#lib/event-kinds";

/** In which capacity somebody is paged. `holder` is asked again; `handed-to` is offered the alert by its holder. */
export type PageSeat = "delivery" | "backup" | "ops" | "lead" | "holder" | "handed-to" | "brought-in";

/** Why the gate lets an alert page, or holds it. */
export type GateReason =
  | "customer-impact"
  | "first-time"
  | "drill"
  | "low-severity"
  | "no-customer-impact"
  | "impact-unanswered"
  | "maintenance";

/** What a line of an alert's timeline can say. Instants are ISO texts. Never a contact, a private reason or a secret. */
export type EntryDetail =
  | { kind: "opened"; summary: string }
  /** The sender says that it began anew while it was open. */
  | { kind: "repeated"; occurrences: number }
  | { kind: "gated"; decision: "page" | "hold"; reason: GateReason; releasesAt: string | null }
  /** The page of `leader`, of the same storm, stands for this alert too. */
  | { kind: "joined"; leader: string; summary: string }
  | { kind: "released" }
  | { kind: "paged"; person: Named; seat: PageSeat; isQuiet?: boolean; word?: string | null }
  /** Nobody stands this watch: the next one was paged at once. */
  | { kind: "passed-empty-seat"; seat: PageSeat; rotation: Named | null }
  /** Who stands this watch was asked in this round already: the next one was paged at once. */
  | { kind: "passed-asked"; seat: PageSeat; person: Named }
  /** Everybody was asked and nobody answered: it begins anew. */
  | { kind: "asked-all"; round: number }
  | { kind: "nobody-to-page" }
  /** `with` has it and keeps it: whoever was brought in is here too. */
  | { kind: "acknowledged"; with?: Named }
  | { kind: "asked-again"; person: Named }
  | { kind: "moved-on"; person: Named }
  /** `key` is what makes it: the same sent twice is told once. In a drill only those who agreed are called. */
  | { kind: "ops-paged"; suspicion: string | null; people: Named[]; isDrill?: true; key?: string }
  | { kind: "brought-in"; team: Named | null; people: Named[]; word: string | null; key?: string }
  | { kind: "handed-over"; to: Named; word: string | null; key?: string }
  | { kind: "hand-over-unanswered"; to: Named }
  | { kind: "noted"; words: string }
  | {
      kind: "step-marked";
      verdict: "worked" | "failed" | "out-of-date";
      step: string;
      path: string;
      word: string | null;
    }
  | { kind: "not-delivered"; person: Named; method: string; failure: string }
  | { kind: "resolved"; cause: string | null; remedy: string | null }
  | { kind: "resolved-by-sender" }
  | { kind: "reopened"; word: string | null }
  | { kind: "reviewed" };

export type EntryKind = EntryDetail["kind"];

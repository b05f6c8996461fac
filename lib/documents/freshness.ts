/** Why a document cannot be trusted as it stands. `at` is when the reason arose, an ISO instant. */
export type Doubt =
  | { because: "service-changed"; at: string; what: string }
  | { because: "dependency-added"; at: string; service: string }
  | { because: "assumption-changed"; at: string; service: string; what: string }
  | { because: "step-failed" | "step-out-of-date"; at: string; anchor: string; step: string }
  | { because: "author-left"; at: string; author: string }
  | { because: "link-dead"; at: string; url: string };

/** How far a document can be trusted. Worst first: overdue, doubtful, reviewed, proven; `unreviewed` before any review. */
export type Freshness = {
  state: "proven" | "reviewed" | "doubtful" | "overdue" | "unreviewed";
  /** In the order of alarm; empty unless the state is doubtful, or overdue with doubts besides. */
  doubts: Doubt[];
  /** When an expert last confirmed it, and until when that holds; null before any review. */
  reviewedAt: string | null;
  reviewDueAt: string | null;
  /** When a step of it last worked for somebody. */
  provenAt: string | null;
};

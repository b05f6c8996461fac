import type { Check, CheckKind } from "#lib/coverage/checks";
import type { Ref } from "#lib/rotations/views";

/** Where somebody goes to make a check met. */
export type Mend = { label: string; path: string };

export type CheckView = Check & { mend: Mend };

/** Coverage of one service as it is at `at`, an ISO instant: judged from what is true then. */
export type LiveCoverage = {
  service: Ref & { id: string };
  at: string;
  /** How many of the four levels are reached. */
  level: number;
  checks: CheckView[];
  /** When the snapshot that matrices and trends show was last measured, and whether it says the same; null before the first. */
  measured: { at: string; isSame: boolean } | null;
};

/** A check that rests on spans alone, computed again from them. */
export type Recomputed = {
  check: CheckKind;
  /** As of the instant at which the snapshot was measured: what differs from it should not be. */
  whenMeasured: Check;
  /** As of the instant that was asked for: what differs from the snapshot happened in between. */
  whenAsked: Check;
  /** `agrees`; `changed` since it was measured; `disagrees` with what was measured. */
  verdict: "agrees" | "changed" | "disagrees";
};

/** Coverage of one service as it was shown at a past instant. */
export type PastCoverage = {
  service: Ref & { id: string };
  at: string;
  /** When it had last been measured by then; null: it had not, and `checks` is empty. */
  measuredAt: string | null;
  /** Why there is nothing, where there is nothing. */
  absence: "before-catalog" | "retired" | "not-measured" | null;
  level: number;
  deliveryTeam: Ref | null;
  checks: CheckView[];
  recomputed: Recomputed[];
};

/** What a measurement came to. */
export type Measured = { services: number; changed: number };

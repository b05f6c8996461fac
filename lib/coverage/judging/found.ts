import type { Check, CheckKind } from "#lib/coverage/checks";

type Evidence = Temporal.Instant | null | undefined;

/** The three things that can be found of a check. `evidence` are the instants of what it rests on: the newest is kept. */
export function foundOf(check: CheckKind) {
  const found =
    (state: Check["state"]) =>
    (says: string, ...evidence: Evidence[]): Check => ({
      check,
      state,
      says,
      at: newest(evidence)?.toString() ?? null,
    });
  return { met: found("met"), notMet: found("not_met"), notMeasured: found("not_measured") };
}

export function newest(instants: readonly Evidence[]): Temporal.Instant | null {
  return instants.reduce<Temporal.Instant | null>(
    (one, other) => (other && (!one || Temporal.Instant.compare(one, other) < 0) ? other : one),
    null,
  );
}

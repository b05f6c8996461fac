import { bitsOf, type Check, type CheckKind, type CheckState, checks, levelReached } from "#lib/coverage/checks";

/** What a measurement found where everything is met but what `otherwise` names: with its bits, and the level that this makes. */
export function foundBut(otherwise: Partial<Record<CheckKind, CheckState>> = {}) {
  const found: Check[] = checks.map(({ kind, asks }) => {
    const state = otherwise[kind] ?? "met";
    return {
      check: kind,
      state,
      says: `${asks}: ${state}.`,
      at: state === "not_measured" ? null : "2026-02-02T08:00:00Z",
    };
  });
  const bits = bitsOf(found);
  return { ...bits, level: levelReached(bits), checks: found };
}

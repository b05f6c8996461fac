import { bitOf, type CheckKind, type CheckState, checks, type Level, levels, stateIn } from "#lib/coverage/checks";

/** What a snapshot says of every check, without its words. */
export type Bits = { met: number; notMet: number };

/** The checks of each level as bits, and of these the ones that need proof. */
export const levelBits: readonly { level: Level; all: number; proof: number }[] = levels.map((level) => {
  const ofLevel = checks.filter((check) => check.level === level);
  const sum = (kinds: readonly CheckKind[]) => kinds.reduce((bits, kind) => bits | bitOf(kind), 0);
  return {
    level,
    all: sum(ofLevel.map(({ kind }) => kind)),
    proof: sum(ofLevel.filter(({ needsProof }) => needsProof).map(({ kind }) => kind)),
  };
});

/** How a check stands over many services; the shares are of all of them. */
export type CheckShare = { check: CheckKind; met: number; notMet: number; unmeasured: number };

/** What a number of services with the same bits comes to. */
export type Counted = Bits & { level: number | null; count: number };

/** Sums up groups of services: how many there are, at which level they stand, and how each check stands over them. */
export function sumUp(groups: readonly Counted[]): {
  total: number;
  /** Services that nobody has measured yet. */
  unmeasured: number;
  /** How many stand at level 0 to 4. */
  levels: number[];
  shares: CheckShare[];
} {
  const levelCounts = Array.from({ length: levels.length + 1 }, () => 0);
  let [total, unmeasured] = [0, 0];
  for (const { level, count } of groups) {
    total += count;
    if (level === null) unmeasured += count;
    else levelCounts[level] = (levelCounts[level] ?? 0) + count;
  }
  const countOf = (kind: CheckKind, state: CheckState) =>
    groups.reduce((sum, group) => (stateIn(group, kind) === state ? sum + group.count : sum), 0);
  const shares = checks.map(({ kind }) => {
    const [met, notMet] = [countOf(kind, "met"), countOf(kind, "not_met")];
    return { check: kind, met, notMet, unmeasured: total - met - notMet };
  });
  return { total, unmeasured, levels: levelCounts, shares };
}

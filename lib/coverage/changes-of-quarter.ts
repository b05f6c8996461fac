import { type CheckKind, checks, levels } from "#lib/coverage/checks";
import type { TallyDay } from "#lib/coverage/trend-queries";

/** How many services of how many, a quarter ago and now. */
export type Change<Of> = { of: Of; before: number; now: number };

/** How many stood at a level or further, the first level first. */
export function changesOfLevels(before: TallyDay, now: TallyDay): Change<string>[] {
  const reached = ({ levels: counts }: TallyDay, level: number) =>
    counts.slice(level).reduce((sum, count) => sum + count, 0);
  return levels.map((level, index) => ({
    of: level,
    before: reached(before, index + 1),
    now: reached(now, index + 1),
  }));
}

/** The checks whose share of services changed the most, up or down, by at least `leastShare`; the furthest moved first. */
export function changesOfChecks(before: TallyDay, now: TallyDay, most = 5, leastShare = 0.02): Change<CheckKind>[] {
  const share = (count: number, { services }: TallyDay) => (services === 0 ? 0 : count / services);
  const moved = (change: Change<CheckKind>) => Math.abs(share(change.now, now) - share(change.before, before));
  return checks
    .map(({ kind }, index) => ({ of: kind, before: before.met[index] ?? 0, now: now.met[index] ?? 0 }))
    .filter((change) => moved(change) >= leastShare)
    .toSorted((one, other) => moved(other) - moved(one))
    .slice(0, most);
}

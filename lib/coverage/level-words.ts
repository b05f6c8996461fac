import { checkDefinition, type Level, levels, levelWords, missingFor } from "#lib/coverage/checks";
import type { Bits } from "#lib/coverage/masks";

/** How far a service has come: `Prepared`, or what there is before the first level. Null: nobody has measured it. */
export function reachedWords(level: number | null): string {
  if (level === null) return "not measured yet";
  const reached = levels[level - 1];
  return reached ? levelWords[reached].name : "not Owned yet";
}

/** The level that comes next, or undefined where all are reached. */
export const nextLevel = (reached: number): Level | undefined => levels[reached];

/** What keeps a service from the next level, by the labels of the checks; undefined where all levels are reached. */
export function stepsToNext(
  reached: number,
  bits: Bits,
): { level: Level; name: string; missing: string[] } | undefined {
  const level = nextLevel(reached);
  if (!level) return undefined;
  return {
    level,
    name: levelWords[level].name,
    missing: missingFor(level, bits).map((kind) => checkDefinition(kind).label),
  };
}

/** A share in whole per cent, never rounded up to all nor down to none. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "–";
  const share = (part / whole) * 100;
  if (part === whole) return "100 %";
  return `${part === 0 ? 0 : Math.min(99, Math.max(1, Math.round(share)))} %`;
}

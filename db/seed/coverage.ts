import { coverageRuns, coverageSnapshots, coverageTallies, type StoredCheck } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";

/** What was found of one service: `level` of four, the bits of checks met and not met, and each check in words. */
export type FoundOfService = {
  serviceId: string;
  deliveryTeamId: string | null;
  level: number;
  met: number;
  notMet: number;
  checks: StoredCheck[];
};

type Snapshot = Row<typeof coverageSnapshots>;

/** The snapshots that daily runs leave behind: a new one for a service only when something was found otherwise. */
export function newSnapshots(draft: Draft): { keep(found: readonly FoundOfService[], at: Temporal.Instant): void } {
  const open = new Map<string, Snapshot>();
  return {
    keep(found, at) {
      const seen = new Set(found.map(({ serviceId }) => serviceId));
      for (const [serviceId, snapshot] of open) if (!seen.has(serviceId)) end(serviceId, snapshot, at);
      for (const one of found) {
        const held = open.get(one.serviceId);
        if (held && isSame(held, one)) continue;
        if (held) end(one.serviceId, held, at);
        const snapshot = { id: crypto.randomUUID(), startsAt: at, endsAt: null, ...one };
        draft.add(coverageSnapshots, snapshot);
        open.set(one.serviceId, snapshot);
      }
    },
  };

  function end(serviceId: string, snapshot: Snapshot, at: Temporal.Instant): void {
    draft.change(coverageSnapshots, snapshot, { endsAt: at });
    open.delete(serviceId);
  }
}

const isSame = (held: Snapshot, found: FoundOfService): boolean =>
  held.deliveryTeamId === found.deliveryTeamId &&
  found.checks.every(({ state, says, at }, index) => {
    const known = held.checks[index];
    return known?.state === state && known.says === says && known.at === at;
  });

/** A daily run that measured as of `at` and was done soon after, with what it counted for each delivery team. */
export function draftRun(draft: Draft, found: readonly FoundOfService[], at: Temporal.Instant): void {
  const day = at.toZonedDateTimeISO("UTC").toPlainDate().toString();
  draft.add(coverageRuns, { day, at, finishedAt: at.add({ seconds: 2 }) });
  for (const [teamId, own] of Map.groupBy(found, ({ deliveryTeamId }) => deliveryTeamId)) {
    const bits = own[0]?.checks.map((_, bit) => 1 << bit) ?? [];
    draft.add(coverageTallies, {
      ...{ id: crypto.randomUUID(), day, teamId, services: own.length },
      levels: [0, 1, 2, 3, 4].map((level) => own.filter((one) => one.level === level).length),
      met: bits.map((bit) => own.filter(({ met }) => (met & bit) !== 0).length),
      notMet: bits.map((bit) => own.filter(({ notMet }) => (notMet & bit) !== 0).length),
    });
  }
}

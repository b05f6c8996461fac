/** The four levels, each built on the one before. */
export const levels = ["owned", "reachable", "prepared", "proven"] as const;
export type Level = (typeof levels)[number];

export const levelWords: Record<Level, { name: string; means: string }> = {
  owned: { name: "Owned", means: "Somebody answers for it, and says what it is." },
  reachable: { name: "Reachable", means: "Whoever is needed can be woken, at any hour." },
  prepared: { name: "Prepared", means: "What its experts know is written down." },
  proven: { name: "Proven", means: "It has worked, lately, when it was needed." },
};

/** `not_measured`: nothing was seen from which to tell. It is never guessed. */
export const checkStates = ["met", "not_met", "not_measured"] as const;
export type CheckState = (typeof checkStates)[number];

type Definition = {
  kind: string;
  level: Level;
  /** At the head of a column, and in a sentence of its own. */
  label: string;
  asks: string;
  /** Not measured keeps a service from this level too, because then nobody knows. */
  needsProof: boolean;
};

/** In the order of their bits in a snapshot: new ones are added at the end of this list, and none is ever taken out. */
export const checks = [
  {
    kind: "delivery-team",
    level: "owned",
    label: "Delivery team",
    asks: "A living delivery team with active members",
    needsProof: true,
  },
  { kind: "lead", level: "owned", label: "Lead", asks: "The team has a lead", needsProof: true },
  { kind: "manager", level: "owned", label: "Manager", asks: "The team has a manager", needsProof: true },
  {
    kind: "facts",
    level: "owned",
    label: "Facts",
    asks: "Tier, lifecycle and whether customers see it are stated",
    needsProof: true,
  },
  { kind: "ops-team", level: "owned", label: "Ops team", asks: "An ops team has its back", needsProof: true },
  {
    kind: "owner-exists",
    level: "owned",
    label: "Owner exists",
    asks: "The owner that its descriptor names exists",
    needsProof: true,
  },
  {
    kind: "always-somebody",
    level: "reachable",
    label: "No gap",
    asks: "Somebody of the delivery side is on watch every minute of the next 30 days",
    needsProof: true,
  },
  { kind: "backup", level: "reachable", label: "Backup", asks: "A backup is on watch", needsProof: true },
  { kind: "ops-now", level: "reachable", label: "Ops now", asks: "Ops can be paged this minute", needsProof: true },
  {
    kind: "contact-methods",
    level: "reachable",
    label: "Contact",
    asks: "Everybody who is paged has a verified contact method that worked lately",
    needsProof: true,
  },
  {
    kind: "more-than-one",
    level: "reachable",
    label: "More than one",
    asks: "More than one person stands its watch",
    needsProof: true,
  },
  {
    kind: "load",
    level: "reachable",
    label: "Load",
    asks: "The watch asks no more of anybody than people can carry",
    needsProof: false,
  },
  {
    kind: "architecture-note",
    level: "prepared",
    label: "Note",
    asks: "An architecture note that an expert confirmed within its review interval",
    needsProof: true,
  },
  {
    kind: "runbooks",
    level: "prepared",
    label: "Runbooks",
    asks: "A living runbook for each alert rule that pages",
    needsProof: false,
  },
  {
    kind: "dependencies",
    level: "prepared",
    label: "Needs",
    asks: "What it needs is stated, or that it needs nothing",
    needsProof: true,
  },
  {
    kind: "signatures",
    level: "prepared",
    label: "Signatures",
    asks: "A signature for each kind of failure that paged somebody in the last half year",
    needsProof: false,
  },
  { kind: "experts", level: "prepared", label: "Experts", asks: "At least two people know it", needsProof: true },
  {
    kind: "answered",
    level: "proven",
    label: "Answered",
    asks: "The last alerts were answered by the delivery team within the target",
    needsProof: true,
  },
  {
    kind: "steps-worked",
    level: "proven",
    label: "Steps worked",
    asks: "Steps of its runbooks were marked as worked within the last half year",
    needsProof: true,
  },
  {
    kind: "worthwhile-pages",
    level: "proven",
    label: "Worth waking",
    asks: "Most pages were about something that customers saw, and that somebody could act upon",
    needsProof: false,
  },
  {
    kind: "exercised",
    level: "proven",
    label: "Exercised",
    asks: "A drill or a real alert in the last half year",
    needsProof: true,
  },
] as const satisfies readonly Definition[];

export type CheckKind = (typeof checks)[number]["kind"];

/** What was found of one check: in words, with the ISO instant of the newest thing that this rests on. */
export type Check = { check: CheckKind; state: CheckState; says: string; at: string | null };

const places = new Map<string, number>(checks.map(({ kind }, index) => [kind, index]));
const definitions: readonly Definition[] = checks;

export const checkDefinition = (kind: CheckKind): Definition => definitions[places.get(kind) ?? -1] as Definition;

/** The bit that stands for a check in a snapshot. */
export const bitOf = (kind: CheckKind): number => 1 << (places.get(kind) ?? 31);

/** What was met and what was not, as the bits of a snapshot; what is in neither was not measured. */
export function bitsOf(found: readonly Check[]): { met: number; notMet: number } {
  const sum = (state: CheckState) =>
    found.filter((check) => check.state === state).reduce((bits, { check }) => bits | bitOf(check), 0);
  return { met: sum("met"), notMet: sum("not_met") };
}

export function stateIn({ met, notMet }: { met: number; notMet: number }, kind: CheckKind): CheckState {
  const bit = bitOf(kind);
  return met & bit ? "met" : notMet & bit ? "not_met" : "not_measured";
}

/** What keeps a service from having reached a level: checks not met, and those that need proof and have none. */
export function missingFor(level: Level, bits: { met: number; notMet: number }): CheckKind[] {
  return checks
    .filter(({ level: of, kind, needsProof }) => {
      const state = stateIn(bits, kind);
      return of === level && (state === "not_met" || (needsProof && state === "not_measured"));
    })
    .map(({ kind }) => kind);
}

/** How many levels are reached, 0 to 4: each counts only when all before it are reached. */
export function levelReached(bits: { met: number; notMet: number }): number {
  const first = levels.findIndex((level) => missingFor(level, bits).length > 0);
  return first === -1 ? levels.length : first;
}

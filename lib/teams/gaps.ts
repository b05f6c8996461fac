/** What a team can lack. The queries compute which; this says it in words. */
export const teamGapKinds = ["members", "lead", "manager", "chat"] as const;
export type TeamGapKind = (typeof teamGapKinds)[number];

type GapWords = { label: string; why: string; mend: string };

const words: Record<TeamGapKind, GapWords> = {
  members: { label: "no members", why: "What it owns is in nobody's hands.", mend: "Add people" },
  lead: { label: "no lead", why: "Nobody in it may change its people or its services' owners.", mend: "Name a lead" },
  manager: { label: "no manager", why: "Nobody outside it sees how well it is covered.", mend: "Name a manager" },
  chat: { label: "no chat channel", why: "Whoever needs it does not know where to ask.", mend: "Say where it talks" },
};

/** A gap as a reader sees it: what is missing, why that matters, and what mends it. */
export function describeTeamGap(kind: TeamGapKind): GapWords {
  return words[kind];
}

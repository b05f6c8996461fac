/** What can be missing of a service. The database computes which; this says it in words. */
export const gapKinds = ["delivery-team", "ops-team", "tier", "customer-facing", "description", "repository"] as const;
export type GapKind = (typeof gapKinds)[number];

type GapWords = { label: string; why: string };

const words: Record<GapKind, GapWords> = {
  "delivery-team": { label: "no delivery team", why: "Nobody who writes it would be paged." },
  "ops-team": { label: "no ops team", why: "There is nobody to bring in beside the delivery team." },
  tier: { label: "no tier", why: "Nobody can tell how much it matters." },
  "customer-facing": { label: "customer impact not stated", why: "Nobody can tell whether it may wake somebody." },
  description: { label: "no description", why: "Whoever is paged has to guess what it does." },
  repository: { label: "no repository", why: "Whoever is paged has to search for its code." },
};

/** A gap as a reader sees it: what is missing, and why that matters. */
export function describeGap(kind: GapKind): GapWords {
  return words[kind];
}

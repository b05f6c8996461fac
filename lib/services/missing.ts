import { describeGap, type GapKind } from "#lib/services/gaps";

/** Something that a service lacks, why that matters, and where it can be mended (below the service's own address). */
export type Missing = { what: string; why: string; mend: string; room: string };

type Facts = {
  gaps: readonly GapKind[];
  ownerReference: string | null;
  deliveryTeam: { name: string; slug: string; peopleCount: number; leads: readonly unknown[] } | null;
  experts: readonly { isActive: boolean }[];
};

const mends: Record<GapKind, { mend: string; room: string }> = {
  "delivery-team": { mend: "Give it to a team", room: "/transfer" },
  "ops-team": { mend: "Name the ops team", room: "/transfer?role=ops" },
  tier: { mend: "Set the tier", room: "/edit#tier" },
  "customer-facing": { mend: "State it", room: "/edit#customer-facing" },
  description: { mend: "Describe it", room: "/edit#description" },
  repository: { mend: "Add the repository", room: "/edit#repository" },
};

/** Everything that is missing of a service, the most alarming first. */
export function missingOf(service: Facts): Missing[] {
  const gaps = service.gaps.map((gap) => ({ what: describeGap(gap).label, why: whyOf(gap, service), ...mends[gap] }));
  return [...gaps, ...missingPeople(service)].map((one) => ({ ...one, what: capital(one.what) }));
}

function whyOf(gap: GapKind, { ownerReference }: Facts): string {
  const { why } = describeGap(gap);
  if (gap !== "delivery-team" || !ownerReference) return why;
  return `Its descriptor names ${ownerReference}, which is not here. ${why}`;
}

function missingPeople({ deliveryTeam, experts }: Facts): Missing[] {
  const found: Missing[] = [];
  if (deliveryTeam?.peopleCount === 0) {
    const why = `${deliveryTeam.name} owns it, and has nobody who is still here.`;
    found.push({ what: "nobody in its team", why, mend: "Open the team", room: `/teams/${deliveryTeam.slug}` });
  } else if (deliveryTeam?.leads.length === 0) {
    const why = `Nobody can decide for ${deliveryTeam.name}: transfers and retirements wait.`;
    found.push({ what: "no lead", why, mend: "Open the team", room: `/teams/${deliveryTeam.slug}` });
  }
  if (!experts.some(({ isActive }) => isActive)) {
    const why = "What is known of it is in nobody's name.";
    found.push({ what: "no expert", why, mend: "Name one", room: "/experts" });
  }
  return found;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

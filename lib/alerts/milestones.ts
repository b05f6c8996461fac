import type { AlertView, EntryView } from "#lib/alerts/views";

/** What an account of an outage is made of, in the order in which it should happen. */
export const milestoneKinds = ["began", "raised", "paged", "engaged", "ops-in", "mitigated", "resolved"] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** When it was reached, an ISO text, and by whom or what; null: not reached, or nobody noted it. */
export type Milestone = { kind: MilestoneKind; at: string | null; by: string | null };

type Facts = Pick<
  AlertView,
  "startsAt" | "openedAt" | "deliveryPagedAt" | "deliveryEngagedAt" | "pages" | "resolvedAt" | "resolvedBy" | "origin"
>;

/**
 * The milestones of an alert. Paged and engaged are those of the delivery side, between which lies the time to engage;
 * ops is in when whoever was paged for ops answered; mitigated by the last step that worked.
 */
export function milestonesOf(alert: Facts, entries: readonly EntryView[]): Milestone[] {
  const { startsAt, openedAt, deliveryPagedAt, deliveryEngagedAt, pages, resolvedAt, resolvedBy, origin } = alert;
  const paged = pages.find(({ seat }) => seat === "delivery" || seat === "backup" || seat === "lead");
  const engaged = entries.find(({ kind, at }) => kind === "acknowledged" && at === deliveryEngagedAt);
  const ops = pages
    .filter(({ seat, answeredAt }) => seat === "ops" && answeredAt !== null)
    .toSorted((one, other) => Date.parse(one.answeredAt ?? "") - Date.parse(other.answeredAt ?? ""))[0];
  const worked = entries.findLast((entry) => entry.kind === "step-marked" && entry.verdict === "worked");
  return [
    { kind: "began", at: startsAt, by: null },
    { kind: "raised", at: openedAt, by: origin },
    { kind: "paged", at: deliveryPagedAt, by: paged?.person.name ?? null },
    { kind: "engaged", at: deliveryEngagedAt, by: engaged?.by.name ?? null },
    { kind: "ops-in", at: ops?.answeredAt ?? null, by: ops?.person.name ?? null },
    { kind: "mitigated", at: worked?.at ?? null, by: worked?.kind === "step-marked" ? worked.step : null },
    { kind: "resolved", at: resolvedAt, by: resolvedAt === null ? null : (resolvedBy?.name ?? "its sender") },
  ];
}

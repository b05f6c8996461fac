import type { DrillView } from "#lib/alerts/drills/views";

/** What a drill measured. Spans are pairs of ISO instants; null where that did not happen. */
export type DrillMeasures = {
  paged: number;
  answered: number;
  /** From the raising to the first answer of anybody, to the first of the delivery side, and to its end. */
  firstAnswer: Lasted | null;
  engaged: Lasted | null;
  ended: Lasted | null;
};
export type Lasted = { from: string; to: string };

/** What was measured of a drill; undefined before it was raised. */
export function drillMeasures({ raisedAt, alert, people }: Pick<DrillView, "raisedAt" | "alert" | "people">) {
  if (!raisedAt || !alert) return undefined;
  const answers = people.flatMap(({ answeredAt }) => answeredAt ?? []);
  const first = answers.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
  const lasted = (to: string | null | undefined): Lasted | null => (to ? { from: raisedAt, to } : null);
  const measures: DrillMeasures = {
    paged: people.filter(({ pagedAt }) => pagedAt !== null).length,
    answered: answers.length,
    firstAnswer: lasted(first),
    engaged: alert.deliveryPagedAt ? lasted(alert.deliveryEngagedAt) : null,
    ended: lasted(alert.resolvedAt),
  };
  return measures;
}

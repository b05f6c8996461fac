type Placed = { id: string; level: string; position: number };

/** Expectations by level; levels stand where the first expectation of each stands. */
export function byLevel<Criterion extends Placed>(
  criteria: readonly Criterion[],
): { level: string; criteria: Criterion[] }[] {
  const sorted = criteria.toSorted((one, other) => one.position - other.position);
  return [...Map.groupBy(sorted, ({ level }) => level)].map(([level, list]) => ({ level, criteria: list }));
}

/** The ids in their new order, once one expectation went up or down within its level; undefined where it stands at the end. */
export function withMovedCriterion(
  criteria: readonly Placed[],
  id: string,
  direction: "up" | "down",
): string[] | undefined {
  const groups = byLevel(criteria).map((group) => group.criteria.map((one) => one.id));
  const group = groups.find((ids) => ids.includes(id));
  const moved = group && swapped(group, group.indexOf(id), direction);
  return moved && groups.flatMap((ids) => (ids === group ? moved : ids));
}

/** The same for a whole level. */
export function withMovedLevel(
  criteria: readonly Placed[],
  level: string,
  direction: "up" | "down",
): string[] | undefined {
  const groups = byLevel(criteria);
  const place = groups.findIndex((group) => group.level === level);
  const moved = place === -1 ? undefined : swapped(groups, place, direction);
  return moved?.flatMap((group) => group.criteria.map(({ id }) => id));
}

function swapped<Item>(items: readonly Item[], from: number, direction: "up" | "down"): Item[] | undefined {
  const to = direction === "up" ? from - 1 : from + 1;
  const [one, other] = [items[from], items[to]];
  if (one === undefined || other === undefined) return undefined;
  return items.with(from, other).with(to, one);
}

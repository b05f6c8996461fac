/**
 * Does one thing after another, each whatever became of those before it, and returns what they came to. Throws, when
 * all are done, what went wrong on the way.
 */
export async function oneAfterAnother(works: readonly (() => Promise<number>)[]): Promise<number[]> {
  const [counts, failures]: [number[], unknown[]] = [[], []];
  for (const work of works) {
    try {
      counts.push(await work());
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw failures.length === 1 ? failures[0] : new AggregateError(failures, failures.join("; "));
  return counts;
}

const [longest, deepest] = [16_000, 6];

/** What an alert says in words, a statement a line, for signatures to be found in: no more than 16,000 characters. */
export function alertText({ summary, rule, labels, details }: Said): string {
  return [summary, ...Object.values(labels), ...textsIn(details, 0), rule].join("\n").slice(0, longest);
}

type Said = { summary: string; rule: string; labels: Record<string, string>; details: unknown };

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth === deepest) return [];
  return Object.values(value).flatMap((inner) => textsIn(inner, depth + 1));
}

/** Labels that an alert has to carry, by name. */
export type Labels = Record<string, string>;

export const mostLabels = 20;

/** Labels as a form shows them: `name=value`, one a line, by name. */
export function writeLabels(labels: Labels): string {
  return Object.entries(labels)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");
}

/** Reads what `writeLabels` writes; quotes around a value are passed over. Lines without `=` come back as they are. */
export function readLabels(text: string): { labels: Labels; wrong: string[] } {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const pairs = lines.map((line) => /^([^=\s][^=]*?)\s*=\s*(?:"([^"]*)"|(.*))$/u.exec(line));
  const labels = pairs.flatMap((pair) => (pair?.[1] ? [[pair[1], pair[2] ?? pair[3] ?? ""] as const] : []));
  return { labels: Object.fromEntries(labels), wrong: lines.filter((_, index) => !pairs[index]) };
}

/** Whether an alert carries all of `wanted`, each with exactly its value. */
export function carries(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(([name, value]) => Object.hasOwn(labels, name) && labels[name] === value);
}

/**
 * Of the labels that are wanted, those that a text states with that value, as `name="value"`, `name=value` or
 * `"name": "value"`. Undefined when it states one of them with another value only: then the text is of something else.
 */
export function statedIn(text: string, wanted: Labels): string[] | undefined {
  const stated: string[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const values = valuesOf(text, name);
    if (values.includes(value)) stated.push(name);
    else if (values.length > 0) return undefined;
  }
  return stated;
}

const mostValues = 100;

/** What a text says that the label `name` is. */
function valuesOf(text: string, name: string): string[] {
  const values: string[] = [];
  for (let place = text.indexOf(name); place !== -1; place = text.indexOf(name, place + name.length)) {
    if (place > 0 && /[\p{L}\p{N}_.-]/u.test(text[place - 1] as string)) continue;
    const after = text.slice(place + name.length, place + name.length + 600);
    const found = /^(?:"\s*:\s*|\s?=\s?)(?:"([^"\n]*)"|([^\s,;}\])"]+))/.exec(after);
    if (found) values.push(found[1] ?? found[2] ?? "");
    if (values.length >= mostValues) break;
  }
  return values;
}

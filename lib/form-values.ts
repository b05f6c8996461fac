type Value = FormDataEntryValue | Value[] | { [key: string]: Value };

/**
 * The fields of a form as nested values: `links.0.url` becomes `{ links: [{ url }] }`, `teams[]` is always a list.
 * Rows of a list in which nothing was typed are left out; Next's own fields too. Blanks around a value are cut off,
 * except in the fields named by `verbatim`.
 */
export function readForm(form: FormData, verbatim: readonly string[] = []): Record<string, Value> {
  const root: Record<string, Value> = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const isList = name.endsWith("[]");
    const isTrimmed = !verbatim.includes(name);
    const values = form.getAll(name).map((value) => (typeof value === "string" && isTrimmed ? value.trim() : value));
    place(
      root,
      (isList ? name.slice(0, -2) : name).split("."),
      isList ? values.filter((value) => value !== "") : (values.at(-1) ?? ""),
    );
  }
  return arrays(root) as Record<string, Value>;
}

/** What was typed, to be given back with a failed form. Secrets and files are not. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || /secret|password|token/i.test(name)) continue;
    const typed = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = name.endsWith("[]") ? typed : (typed.at(-1) ?? "");
  }
  return values;
}

function place(root: Record<string, Value>, path: string[], value: Value): void {
  let here = root;
  for (const key of path.slice(0, -1)) {
    const next = here[key];
    here = here[key] =
      next !== null && typeof next === "object" && !Array.isArray(next) && !(next instanceof File)
        ? next
        : Object.create(null);
  }
  here[path.at(-1) as string] = value;
}

function arrays(value: Value): Value {
  if (typeof value !== "object" || Array.isArray(value) || value instanceof File) return value;
  const keys = Object.keys(value);
  const isList = keys.length > 0 && keys.every((key) => /^\d+$/.test(key));
  const entries = keys.map((key) => [key, arrays(value[key] as Value)] as const);
  if (!isList) return Object.fromEntries(entries);
  return entries
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, row]) => row)
    .filter((row) => !isBlank(row));
}

function isBlank(row: Value): boolean {
  if (typeof row === "string") return row === "";
  return typeof row === "object" && !(row instanceof File) && Object.values(row).every((value) => value === "");
}

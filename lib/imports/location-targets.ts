export type LocationTarget = { target: string; path: PropertyKey[]; isOptional: boolean };

/** What a Location names, with the place of each name; undefined for a document of any other kind. */
export function locationTargets(value: unknown): LocationTarget[] | undefined {
  const { kind, spec } = (value ?? {}) as { kind?: unknown; spec?: Record<string, unknown> | null };
  if (kind !== "Location") return undefined;
  const isOptional = spec?.presence === "optional";
  const list: unknown[] = Array.isArray(spec?.targets) ? spec.targets : [];
  const named = [
    { target: spec?.target, path: ["spec", "target"] },
    ...list.map((target, index) => ({ target, path: ["spec", "targets", index] })),
  ];
  return named.flatMap(({ target, path }) =>
    typeof target === "string" && target !== "" ? [{ target: target.replace(/^url:/, ""), path, isOptional }] : [],
  );
}

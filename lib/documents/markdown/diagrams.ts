const kinds: [RegExp, string][] = [
  [/^(?:flowchart|graph)\b/, "Flow chart"],
  [/^sequenceDiagram\b/, "Sequence diagram"],
  [/^stateDiagram/, "State diagram"],
  [/^classDiagram/, "Class diagram"],
  [/^erDiagram\b/, "Entity diagram"],
  [/^gantt\b/, "Gantt chart"],
  [/^timeline\b/, "Timeline"],
  [/^C4/, "C4 diagram"],
];

/** What to call a Mermaid diagram where it cannot be seen: its own title, or its kind. */
export function diagramName(source: string): string {
  const title = /^\s*(?:accTitle\s*:|title(?:\s*:|\s))\s*(\S.*)$/m.exec(source)?.[1]?.trim().slice(0, 120);
  const first = source
    .split("\n")
    .find((line) => /^\s*[a-zA-Z]/.test(line) && !/^\s*(?:title|config|theme)\b/.test(line));
  const kind = kinds.find(([pattern]) => pattern.test((first ?? "").trim()))?.[1] ?? "Diagram";
  return title ? `${kind}: ${title}` : kind;
}

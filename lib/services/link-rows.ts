/** The fields of a link in a form. */
export const linkParts = ["title", "url", "type"] as const;
export type LinkText = Record<(typeof linkParts)[number], string>;

/** The links of a form as they were typed, without the empty rows between them: as the server counts them. */
export function typedLinks(values: Record<string, string | string[]>): LinkText[] {
  const numbers = Object.keys(values).map((name) => Number(/^links\.(\d+)\./.exec(name)?.[1] ?? -1));
  const count = Math.max(-1, ...numbers) + 1;
  return Array.from({ length: count }, (_, index) => linkAt(values, index)).filter(({ title, url, type }) =>
    [title, url, type].some((text) => text.trim() !== ""),
  );
}

function linkAt(values: Record<string, string | string[]>, index: number): LinkText {
  const text = (part: string) => [values[`links.${index}.${part}`] ?? ""].flat().at(-1) ?? "";
  return { title: text("title"), url: text("url"), type: text("type") };
}

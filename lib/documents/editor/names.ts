/** Something that a text may link to. */
export type SuggestedName = { name: string; hint: string | null; url: string };

/** A link as Markdown writes it; brackets in the name stay what they are. */
export const linkTo = ({ name, url }: Pick<SuggestedName, "name" | "url">): string =>
  `[${name.replace(/[[\]\\]/g, "\\$&")}](${url})`;

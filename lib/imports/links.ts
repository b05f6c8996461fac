import { Text } from "#lib/imports/envelope";

export type DescriptorLink = { title: string; url: string; type?: string };

const mostLinks = 50;

/** An address with http or https, or undefined. */
export function httpUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && /^https?:\/\//i.test(text) && text.length <= 2_000 ? text : undefined;
}

/** The links of a descriptor that can be shown, and what was left out and why, by the path in the descriptor. */
export function readLinks(links: unknown): { links: DescriptorLink[]; left: { path: PropertyKey[]; why: string }[] } {
  if (links == null) return { links: [], left: [] };
  if (!Array.isArray(links)) {
    const isElsewhere = typeof links === "object" && Object.keys(links).some((key) => key.startsWith("$"));
    const why = isElsewhere ? "The links come from another file, which was not read." : "The links are not a list.";
    return { links: [], left: [{ path: ["metadata", "links"], why }] };
  }
  const read: DescriptorLink[] = [];
  const left: { path: PropertyKey[]; why: string }[] = [];
  for (const [index, link] of links.entries()) {
    const one = readLink(link);
    if (typeof one === "string") left.push({ path: ["metadata", "links", index], why: one });
    else if (read.length === mostLinks)
      left.push({ path: ["metadata", "links", index], why: "Only 50 links are kept." });
    else read.push(one);
  }
  return { links: read, left };
}

function readLink(link: unknown): DescriptorLink | string {
  const { url, title, type } = (typeof link === "object" && link !== null ? link : {}) as Record<string, unknown>;
  const address = Text.safeParse(url);
  if (!address.success) return "A link without an address was left out.";
  const http = httpUrl(address.data);
  if (!http) return `The link ${address.data.slice(0, 80)} was left out: only http and https links are kept.`;
  const name = Text.safeParse(title).data?.slice(0, 120) || new URL(http).host;
  const kind = Text.safeParse(type).data?.slice(0, 60);
  return kind ? { title: name, url: http, type: kind } : { title: name, url: http };
}

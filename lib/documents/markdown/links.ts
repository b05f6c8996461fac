import { slugPattern } from "#lib/slugs";

// Not the address of anybody: what leads to another host than this stands elsewhere.
const here = "https://here.invalid";

/** Where `address` leads: outside over http(s), to a mailbox, within the portal, or nowhere that a link may lead. */
export function destinationOf(address: string): { to: "outside" | "mailbox" | "portal"; address: string } | undefined {
  const url = URL.canParse(address, `${here}/x/`) ? new URL(address, `${here}/x/`) : undefined;
  if (!url || url.username || url.password) return undefined;
  if (url.protocol === "mailto:") return { to: "mailbox", address: url.href };
  if (url.origin === here) return { to: "portal", address: withinPortal(address, url) };
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  return { to: "outside", address: url.href };
}

// What begins with a slash is written out, so that no backslash or dot in it can mean something else to a browser.
function withinPortal(address: string, url: URL): string {
  const rest = url.search + url.hash;
  if (address.startsWith("#")) return url.hash || "#";
  return /^[\s]*[/\\]/.test(address) ? url.pathname + rest : relative(url) + rest;
}

const relative = ({ pathname }: URL) =>
  pathname.startsWith("/x/") ? `./${pathname.slice("/x/".length)}` : `..${pathname}`;

/** The slug of the service that a link within the portal leads to, or to one of whose pages. */
export function serviceOf(address: string): string | undefined {
  const [, slug = ""] = /^\/services\/([^/?#]+)/.exec(address) ?? [];
  return slug !== "new" && slugPattern.test(slug) ? slug : undefined;
}

/** The address of a picture that was uploaded here; others the content policy would not show. */
export function uploadOf(address: string): string | undefined {
  const destination = destinationOf(address);
  return destination?.to === "portal" && destination.address.startsWith("/uploads/") ? destination.address : undefined;
}

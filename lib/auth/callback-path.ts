const nowhere = "http://callback.invalid";

/** The path on this server that `wanted` names, or `/` for anything that leads elsewhere, or in a circle. */
export function callbackPath(wanted: unknown, origin: string = nowhere, { allowSignIn = false } = {}): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, origin)) return "/";
  const url = new URL(wanted, origin);
  // A path of two slashes would be read as another host the next time it is resolved.
  if (url.origin !== origin || url.pathname.startsWith("//")) return "/";
  if (!allowSignIn && /^\/sign-in(\/|$)/.test(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}

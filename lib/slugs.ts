/** What a slug looks like; the database checks the same. */
export const slugPattern = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** A slug for a name in any script that has Latin letters or digits in it; empty when it has none. */
export function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 63)
    .replace(/-+$/, "");
}

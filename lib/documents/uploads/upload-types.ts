/** What is known of files by their type, and what their addresses and names look like. */

export const largestUploadMebibytes = 5;

/** Pictures that a browser draws without running anything in them: SVG is none of these. */
const pictures = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);
const files = new Set([
  ...["application/pdf", "text/plain", "text/csv", "application/json", "application/zip", "application/gzip"],
]);

/** Everything else is a download of bytes. */
export const unknownType = "application/octet-stream";

export const isPicture = (type: string) => pictures.has(type);
export const isKnownType = (type: string) => pictures.has(type) || files.has(type);

/** What a name promises, for the endings whose content can be told: `graph.png` is `image/png`. */
export function promisedType(name: string): string | undefined {
  return promises[endingOf(name)];
}

export const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";

const promises: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  pdf: "application/pdf",
  zip: "application/zip",
  gz: "application/gzip",
};

const longestName = 120;

/** The last part of a name as it can stand in an address and a header: no path, no control characters, its ending kept. */
export function safeName(name: string): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{C}"<>|:*?#%]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  if (plain === "") return "file";
  if (plain.length <= longestName) return plain;
  const ending = endingOf(plain);
  return `${plain.slice(0, longestName - ending.length - 1).toWellFormed()}${ending && `.${ending}`}`;
}

/** The id decides; the name is there for people, in letters that an address can have as they are. */
export function uploadUrl({ id, name }: { id: string; name: string }): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-.]+/, "");
  return `/uploads/${id}/${plain || "file"}`;
}

/** How a document shows the file: a picture in place, anything else by a link. */
export function uploadMarkdown(upload: { id: string; name: string; type: string }): string {
  const words = upload.name.replace(/[\\[\]]/g, "\\$&");
  return `${isPicture(upload.type) ? "!" : ""}[${words}](${uploadUrl(upload)})`;
}

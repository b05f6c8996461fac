import "server-only";
import { mostBytes } from "#lib/imports/documents";
import type { Shelf } from "#lib/imports/shelf";
import { fetchOutside, OutgoingRefused } from "#lib/outgoing";

/** A descriptor on the web, and what its Locations name, relative to it or elsewhere on the web. */
export function webShelf(root: string): Shelf {
  return {
    begin: async () => ({ files: [rawAddress(root)], isScan: false }),
    resolve: async (from, target) => {
      if (/[*?]/.test(target) && !/^https?:/i.test(target)) return { note: "Patterns have no meaning on the web." };
      const address = URL.canParse(target, from) ? new URL(target, from) : undefined;
      if (!address || !/^https?:$/.test(address.protocol))
        return { fault: "Only http and https addresses are followed." };
      return { files: [rawAddress(address.href)] };
    },
    read: readAddress,
    show: (file) => file,
  };
}

async function readAddress(address: string) {
  try {
    const { status, bytes } = await fetchOutside(address, { mostBytes });
    if (status === 200) return { bytes };
    const isGone = status === 404 || status === 410;
    return {
      reason: isGone ? "There is nothing at this address." : `The server answered ${status}.`,
      hidesOthers: !isGone,
    };
  } catch (error) {
    if (error instanceof OutgoingRefused) return { reason: error.message, hidesOthers: true };
    throw error;
  }
}

/** GitHub and GitLab show a file inside a page; its text is at another address. */
function rawAddress(address: string): string {
  const url = new URL(address);
  url.hash = "";
  const github = url.hostname === "github.com" && /^\/([^/]+\/[^/]+)\/(?:blob|tree)\/(.+)$/.exec(url.pathname);
  if (github) return `https://raw.githubusercontent.com/${github[1]}/${github[2]}`;
  url.pathname = url.pathname.replace("/-/blob/", "/-/raw/");
  return url.href;
}

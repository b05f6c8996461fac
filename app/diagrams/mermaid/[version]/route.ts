import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { diagramLibraryVersion } from "#lib/documents/markdown/diagram-library";

// Read and packed once, when the first diagram is drawn: no page without one pays for it.
let packed: Promise<Uint8Array<ArrayBuffer>> | undefined;

/** The library that draws diagrams, of the version that is installed; no other. */
export async function GET(_: Request, { params }: RouteContext<"/diagrams/mermaid/[version]">): Promise<Response> {
  const { version } = await params;
  if (version !== diagramLibraryVersion) return new Response(null, { status: 404 });
  packed ??= pack();
  return new Response(await packed, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "content-encoding": "gzip",
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    },
  });
}

async function pack(): Promise<Uint8Array<ArrayBuffer>> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/mermaid/dist/mermaid.min.js");
  return new Uint8Array(await promisify(gzip)(await readFile(file)));
}

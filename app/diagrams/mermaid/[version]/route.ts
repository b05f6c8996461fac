import { readFile } from "node:fs/promises";
import path from "node:path";
import { diagramLibraryVersion } from "#lib/documents/markdown/diagram-library";

/** The library that draws diagrams, of the version that is installed; no other. A browser fetches it once. */
export async function GET(_: Request, { params }: RouteContext<"/diagrams/mermaid/[version]">): Promise<Response> {
  const { version } = await params;
  if (version !== diagramLibraryVersion) return new Response(null, { status: 404 });
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/mermaid/dist/mermaid.min.js");
  return new Response(new Uint8Array(await readFile(file)), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    },
  });
}

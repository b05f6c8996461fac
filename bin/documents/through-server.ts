import { CannotRun } from "#bin/start/steps";
import type { LocalServer } from "#db/data-folder";
import type { GivenFile } from "#lib/documents/exchange/drafts";
import type { DocumentImportResult } from "#lib/documents/exchange/outcome";
import { readZip, writeZip } from "#lib/documents/exchange/zip";

type Wish = { service: string | undefined; source: string; dryRun: boolean };

/** Lets the server that holds the embedded database load the files, by the secret that only its owner can read. */
export async function importThroughServer(
  server: LocalServer,
  files: readonly GivenFile[],
  { service, source, dryRun }: Wish,
): Promise<DocumentImportResult> {
  const query = new URLSearchParams({ source, dryRun: String(dryRun), ...(service ? { service } : {}) });
  const headers = { "content-type": "application/zip" };
  const response = await ask(server, `?${query}`, { method: "PUT", headers, body: writeZip(files) });
  return (await response.json()) as DocumentImportResult;
}

/** What the server that holds the embedded database exports. */
export async function exportThroughServer(server: LocalServer): Promise<GivenFile[]> {
  return readZip(new Uint8Array(await (await ask(server, "", {})).arrayBuffer()));
}

async function ask({ address, secret }: LocalServer, query: string, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, authorization: `Bearer ${secret}` };
  const response = await fetch(`${address}/api/local/documents${query}`, { ...init, headers });
  if (response.ok) return response;
  const { message } = (await response.json().catch(() => ({}))) as { message?: string };
  throw new CannotRun(message ?? `The server at ${address} answered ${response.status}.`);
}

import { CannotRun } from "#bin/start/steps";
import type { LocalServer } from "#db/data-folder";
import type { LocalImport } from "#lib/imports/inputs";
import type { ImportResult } from "#lib/imports/result";

/** Lets the server that holds the embedded database load the documents, by the secret that only its owner can read. */
export async function throughServer({ address, secret }: LocalServer, wish: LocalImport): Promise<ImportResult> {
  const response = await fetch(`${address}/api/local/import`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify(wish),
  });
  const answer = (await response.json().catch(() => ({}))) as Partial<ImportResult> & { message?: string };
  if (response.ok && answer.rejected) return answer as ImportResult;
  throw new CannotRun(answer.message ?? `The server at ${address} answered ${response.status}.`);
}

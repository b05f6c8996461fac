import "server-only";
import { environment } from "#lib/env";
import { proofWords, provePager } from "#lib/jobs/pager-proof-queries";
import { askOutside } from "#lib/outgoing";

/**
 * Tells whoever watches over the pager that it works: asks WATCHBILL_HEARTBEAT_URL, where it is set, as long as nothing
 * is late at `at`. What is late, and a heartbeat that did not arrive, is told on standard error. Returns whether it was.
 */
export async function sendOwnHeartbeat(at: Temporal.Instant, stop?: AbortSignal): Promise<boolean> {
  const proof = await provePager(at);
  if (!proof.isProven) process.stderr.write(`Pager: ${proofWords(proof)}.\n`);
  const { WATCHBILL_HEARTBEAT_URL: url } = environment();
  if (!url || !proof.isProven) return false;
  const answer = await askOutside(url, "GET", stop).catch((error: Error) => error.message);
  const isHeard = typeof answer === "number" && answer < 400;
  if (!isHeard) process.stderr.write(`Pager: its own heartbeat was not heard: ${answer}\n`);
  return isHeard;
}

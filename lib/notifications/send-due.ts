import "server-only";
import { type Claim, claimDue } from "#lib/notifications/claim";
import { type Letter, loadLetters } from "#lib/notifications/load-messages";
import { recordFate } from "#lib/notifications/record-fate";
import { sendOver } from "#lib/notifications/senders/send-over";
import type { Outcome } from "#lib/notifications/senders/sender";

export type SendOptions = {
  /** Takes no more messages from then on; what is under way comes to its end. */
  stop?: AbortSignal | undefined;
  /** How long one receiver may take. */
  timeoutMilliseconds?: number | undefined;
};

/**
 * Sends the messages that are due at `at`, and returns how many notifications they carried. Any process may do so at
 * any time: each message is claimed by one of them, and comes free after a minute when that one dies. Sending happens
 * outside of transactions, so a message may arrive twice when a process is killed, but is never lost.
 */
export async function sendDue(at: Temporal.Instant, options: SendOptions = {}): Promise<number> {
  const elapsed = startWatch();
  let sent = 0;
  while (!options.stop?.aborted) {
    const claims = await claimDue(at.add({ seconds: elapsed() }));
    if (claims.length === 0) break;
    const counts = await Promise.all(claims.map((claim) => sendClaim(claim, at, elapsed, options).catch(tell)));
    sent += counts.reduce((sum, count) => sum + count, 0);
  }
  return sent;
}

async function sendClaim(claim: Claim, at: Temporal.Instant, elapsed: Elapsed, options: SendOptions): Promise<number> {
  const { timeoutMilliseconds } = options;
  let sent = 0;
  let refusal: Outcome | undefined;
  for (const letter of await loadLetters(claim, at)) {
    // A receiver that has just failed is not asked for the rest of them too.
    const outcome: Outcome = refusal ?? (await sendLetter(letter, at, timeoutMilliseconds));
    await recordFate(letter, claim, outcome, at.add({ seconds: elapsed() }));
    if ("failed" in outcome) refusal = outcome;
    else sent += letter.carries.length;
  }
  return sent;
}

async function sendLetter(
  letter: Letter,
  at: Temporal.Instant,
  timeoutMilliseconds: number | undefined,
): Promise<Outcome> {
  const [first] = letter.carries;
  const context = { id: first?.id ?? "", at, timeoutMilliseconds };
  return sendOver(letter.kind, letter.target, letter.message, context);
}

/** What breaks one claim keeps nobody else waiting; its messages come free again by themselves. */
function tell(error: unknown): number {
  process.stderr.write(`Messages: ${error instanceof Error ? error.message : error}\n`);
  return 0;
}

type Elapsed = () => number;

/** Whole seconds since now: a run may last while receivers take their time. */
function startWatch(): Elapsed {
  const start = performance.now();
  return () => Math.floor((performance.now() - start) / 1_000);
}

import "server-only";
import type { Outcome, SendContext } from "#lib/notifications/senders/sender";
import { OutgoingRefused, postOutside } from "#lib/outgoing";

type Posted = { url: string; body: string | Uint8Array; headers?: Record<string, string>; context: SendContext };

const defaultTimeoutMilliseconds = 15_000;

/** Posts one message, and says of the answer what it means for the next try. */
export async function post({ url, body, headers = {}, context }: Posted): Promise<Outcome> {
  const { timeoutMilliseconds = defaultTimeoutMilliseconds } = context;
  try {
    return outcomeOf(await postOutside(url, { body, headers, timeoutMilliseconds }));
  } catch (error) {
    if (!(error instanceof OutgoingRefused)) throw error;
    if (error.why === "private") return { failed: "It lies in a private network.", isPermanent: true };
    return { failed: error.message, isPermanent: false };
  }
}

export const postJson = ({ body, headers, ...posted }: Omit<Posted, "body"> & { body: unknown }): Promise<Outcome> =>
  post({ ...posted, body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });

// A receiver that is late or busy is asked again; what else it says to a request stays as it is.
const passing = new Set([408, 409, 423, 425, 429]);

function outcomeOf({ status, text }: { status: number; text: string }): Outcome {
  if (status >= 200 && status < 300) return { sent: true };
  const said = saidIn(text);
  return {
    failed: said ? `It answered ${status}: ${said}` : `It answered ${status}.`,
    isPermanent: status >= 300 && status < 500 && !passing.has(status),
  };
}

/** A short text that an answer gives as its reason; a whole page says nothing. */
function saidIn(text: string): string | undefined {
  const found =
    /"(?:message|error|detail)"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? (/^[^<{[]/.test(text) ? text : undefined);
  const clean = found?.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
  return clean && clean.length <= 200 ? clean : undefined;
}

import "server-only";
import { readText } from "#lib/api/body";
import { problemAnswer } from "#lib/api/problem";
import { apiViewer, seekToken, tokenViewer } from "#lib/auth/api-viewer";
import { refusalOfVisit } from "#lib/auth/demo-visit";
import { authorize, type Viewer } from "#lib/auth/policy";
import { Forbidden, Invalid } from "#lib/errors";
import { sharingLooks } from "#lib/shared-looks";

/** What a sender sent: any JSON, and how large it was. */
export type Taken = { body: unknown; bytes: number };

const mostMebibytes = 8;

/**
 * The handler of a call by which senders raise alerts: who they are stands in a header or in `token`, and any JSON is
 * taken, of whatever type it claims to be. `work` decides what it means; what fails becomes a problem.
 */
export function taking(work: (taken: Taken & { viewer: Viewer }) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    try {
      refuseStrangerToDemo(request);
      const viewer = await senderOf(request);
      authorize(viewer, "alert:raise");
      return await work({ viewer, ...(await takeJson(request)) });
    } catch (error) {
      return problemAnswer(error);
    }
  };
}

/** The JSON that a sender sent, of up to 8 MiB. Throws TooLarge, Invalid. */
export async function takeJson(request: Request): Promise<Taken> {
  const text = await readText(request, mostMebibytes);
  try {
    return { body: JSON.parse(text) as unknown, bytes: text.length };
  } catch (cause) {
    throw Object.assign(new Invalid("The body is not JSON."), { cause });
  }
}

/** Throws Forbidden where demo mode does not answer whoever asks. */
export function refuseStrangerToDemo(request: Request): void {
  const refusal = refusalOfVisit(request);
  if (refusal) throw new Forbidden(refusal);
}

/** Does `work`, for which no answer waits. What goes wrong is told on standard error. */
export function inPassing(work: () => Promise<void>): void {
  work().catch((error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`));
}

// In a storm the same sender comes again and again, many times at once.
const seekSender = sharingLooks(seekToken(inPassing));

function senderOf(request: Request): Promise<Viewer> {
  const token = request.headers.has("authorization") ? null : new URL(request.url).searchParams.get("token");
  return token === null ? apiViewer(request, seekSender) : tokenViewer(token, request, seekSender);
}

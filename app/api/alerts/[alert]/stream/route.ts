import { followAlert } from "#lib/briefing/live-queries";
import { findReader } from "#lib/briefing/reader-queries";

const pingMilliseconds = 10_000;
/** A browser that is cut off asks again, and whether it still may is judged anew. */
const longestMilliseconds = 5 * 60_000;

/** The versions of an alert as server-sent events, for whoever may read its briefing. */
export async function GET(request: Request, { params }: RouteContext<"/api/alerts/[alert]/stream">): Promise<Response> {
  const { alert } = await params;
  const key = new URL(request.url).searchParams.get("key") ?? undefined;
  const reader = await findReader(alert, key);
  if (!reader) return new Response(null, { status: 401 });
  return new Response(versionsOf(alert, request.signal), {
    headers: {
      "content-type": "text/event-stream",
      // A proxy or a compressor that gathers what is sent would hold back what has just happened.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function versionsOf(alert: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  let stop: () => void = () => undefined;
  return new ReadableStream({
    start(controller) {
      const encoder = new TextEncoder();
      const say = (event: string, words: string) =>
        controller.enqueue(encoder.encode(`event: ${event}\ndata: ${words}\n\n`));
      const ping = setInterval(() => say("ping", ""), pingMilliseconds);
      const leave = followAlert(alert, { tell: (version) => say("version", version), close: () => end() });
      const end = () => {
        stop();
        controller.close();
      };
      const longest = setTimeout(() => end(), longestMilliseconds);
      stop = () => {
        clearInterval(ping);
        clearTimeout(longest);
        leave();
        stop = () => undefined;
      };
      signal.addEventListener("abort", stop, { once: true });
    },
    cancel: () => stop(),
  });
}

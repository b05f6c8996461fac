import "server-only";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { apiHeaders } from "#lib/auth/content-policy";
import { Invalid } from "#lib/errors";
import { onServer } from "#lib/running-server";

type Context = { params: Promise<Record<string, string>> };

/** A call that is answered before Next.js sees it. */
export type DirectAnswer = {
  method: "GET" | "POST";
  /** As it is asked for. Its last part may be a parameter: `/api/v1/services/{slug}`. */
  path: string;
  answer: (request: Request, context: Context) => Promise<Response>;
};

/**
 * Lets the HTTP server itself answer exactly these calls, with what their routes export and the headers that those have:
 * all that Next.js does for a request costs more than an alert does. Whatever else comes goes the usual way.
 */
export function answerDirectly(answers: readonly DirectAnswer[]): void {
  const ways = answers.map(wayOf);
  onServer((server) => {
    const usual = server.listeners("request") as RequestListener[];
    server.removeAllListeners("request");
    server.on("request", (incoming: IncomingMessage, outgoing: ServerResponse<IncomingMessage>) => {
      const work = workFor(ways, incoming);
      if (work) void respond(work, incoming, outgoing);
      else for (const listener of usual) listener.call(server, incoming, outgoing as never);
    });
  });
}

type Work = (request: Request) => Promise<Response>;
type Way = { method: string; pattern: RegExp; answer: DirectAnswer["answer"] };

// An address that is written in another way is for Next.js to read.
function wayOf({ method, path, answer }: DirectAnswer): Way {
  const [, start = path, name] = /^(.*)\{(\w+)\}$/.exec(path) ?? [];
  const rest = name ? `(?<${name}>\\w[\\w.-]*)` : "";
  return { method, pattern: new RegExp(`^${RegExp.escape(start)}${rest}$`), answer };
}

function workFor(ways: readonly Way[], incoming: IncomingMessage): Work | undefined {
  const path = pathOf(incoming);
  for (const { method, pattern, answer } of ways) {
    const found = method === incoming.method ? pattern.exec(path) : null;
    if (found) return (request) => answer(request, { params: Promise.resolve({ ...found.groups }) });
  }
  return undefined;
}

async function respond(work: Work, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const { status, headers, body } = await work(requestOf(incoming)).then(wholeOf);
    outgoing.writeHead(status, { ...apiHeaders, ...headers, "content-length": body.byteLength }).end(body);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500, apiHeaders).end();
  }
  // What was not read of a body that is too large stands in front of the next request.
  incoming.resume();
}

function requestOf(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const body = incoming.method === "POST" ? { body: bodyOf(incoming), duplex: "half" } : {};
  return new Request(url, { method: incoming.method, headers, ...body });
}

/** The body as it arrives, no faster than it is read. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  // Whoever stops reading still has to be answered over the same connection.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  const pull = async (stream: ReadableStreamDefaultController<Uint8Array>) => {
    const next = await chunks.next().catch((cause: unknown) => {
      throw Object.assign(new Invalid("The request broke off."), { cause });
    });
    if (next.done) stream.close();
    else stream.enqueue(next.value);
  };
  return new ReadableStream({ pull, cancel: () => void chunks.return?.() }, { highWaterMark: 0 });
}

async function wholeOf(response: Response) {
  const { status, headers } = response;
  return { status, headers: Object.fromEntries(headers), body: await response.bytes() };
}

function pathOf({ url = "/" }: IncomingMessage): string {
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}

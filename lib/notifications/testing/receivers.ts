import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type ReceivedRequest = { path: string; headers: IncomingHttpHeaders; body: Buffer; text: string };
/** A status and what is said with it; `hang` never answers. */
export type Answer = { status: number; text?: string } | "hang";

export type HttpReceiver = {
  origin: string;
  received: ReceivedRequest[];
  /** What the next requests get; 200 until this is called. */
  answerWith(answer: Answer | ((path: string) => Answer)): void;
  stop(): Promise<void>;
};

/** An HTTP server on loopback that keeps what it is sent. WATCHBILL_ALLOW_PRIVATE_TARGETS has to let Watchbill there. */
export async function startHttpReceiver(): Promise<HttpReceiver> {
  const received: ReceivedRequest[] = [];
  let answer: Answer | ((path: string) => Answer) = { status: 200 };
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    received.push({ path: request.url ?? "", headers: request.headers, body, text: body.toString() });
    const given = typeof answer === "function" ? answer(request.url ?? "") : answer;
    if (given !== "hang") response.writeHead(given.status).end(given.text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    ...{ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received },
    answerWith: (next) => {
      answer = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type ReceivedLetter = { to: string; raw: string; text: string };

export type MailReceiver = {
  url: string;
  letters: ReceivedLetter[];
  /** Refuses whom the next letters are for with this SMTP code; undefined takes them again. */
  refuseWith(code: number | undefined): void;
  stop(): Promise<void>;
};

/** A mail server on loopback that keeps what it is sent. */
export async function startMailReceiver(): Promise<MailReceiver> {
  const letters: ReceivedLetter[] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], logger: false },
    onRcptTo: ({ address }, _session, callback) =>
      callback(
        refusal ? Object.assign(new Error(`No such mailbox <${address}>`), { responseCode: refusal }) : undefined,
      ),
    async onData(stream, session, callback) {
      const raw = Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>)).toString();
      for (const { address } of session.envelope.rcptTo) letters.push({ to: address, raw, text: decoded(raw) });
      callback();
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  return {
    ...{ url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, letters },
    refuseWith: (code) => {
      refusal = code;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The body of a letter, out of quoted-printable or base64 (RFC 2045) where it came so. */
function decoded(raw: string): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, "base64").toString();
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, "%25"));
}

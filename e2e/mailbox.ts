import { createServer, type Socket } from "node:net";
import { freePort } from "#db/testing/postgres-server";

export type Mailbox = {
  smtpUrl: string;
  /** The newest letter to `address`, as soon as there is one. */
  letterTo(address: string): Promise<string>;
  /** How many letters went to `address` so far. */
  countTo(address: string): number;
  stop(): Promise<void>;
};

type Letter = { to: string; text: string };

/** A mail server on loopback that keeps what it is sent (RFC 5321, as much of it as a sender needs). */
export async function startMailbox(): Promise<Mailbox> {
  const letters: Letter[] = [];
  let arrived = Promise.withResolvers<void>();
  const server = createServer((socket) =>
    receive(socket, (letter) => {
      letters.push(letter);
      arrived.resolve();
      arrived = Promise.withResolvers();
    }),
  );
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    async letterTo(address) {
      let letter = letters.findLast(({ to }) => to === address);
      for (; !letter; letter = letters.findLast(({ to }) => to === address)) await arrived.promise;
      return letter.text;
    },
    countTo: (address) => letters.filter(({ to }) => to === address).length,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function receive(socket: Socket, keep: (letter: Letter) => void): void {
  let said = "";
  let to = "";
  let isData = false;
  socket.setEncoding("utf8").write("220 mailbox\r\n");
  socket.on("data", (chunk: string) => {
    said += chunk;
    for (let end = nextEnd(); end >= 0; end = nextEnd()) {
      const part = said.slice(0, end);
      said = said.slice(end + (isData ? 5 : 2));
      if (isData) keep({ to, text: decoded(part) });
      else to = /^RCPT TO:<(.+?)>/i.exec(part)?.[1] ?? to;
      const wasData = isData;
      isData = !isData && /^DATA$/i.test(part);
      socket.write(isData ? "354 go on\r\n" : !wasData && /^QUIT$/i.test(part) ? "221 bye\r\n" : "250 kept\r\n");
    }
  });
  const nextEnd = () => said.indexOf(isData ? "\r\n.\r\n" : "\r\n");
}

/** Undoes quoted-printable (RFC 2045, 6.7), in which long lines such as links are sent. */
function decoded(text: string): string {
  return text
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

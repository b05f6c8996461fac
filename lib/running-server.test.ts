import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cameHeader, peerHeader, watchRequests } from "#lib/running-server";

const server = createServer((received, response) => response.end(JSON.stringify(received.headers)));

beforeAll(async () => {
  watchRequests();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => server.close());

function headersSeen(sent: Record<string, string>): Promise<IncomingHttpHeaders> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", headers: sent }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => (body += text));
      response.on("end", () => resolve(JSON.parse(body)));
    })
      .on("error", reject)
      .end();
  });
}

test("a request with no forwarded header came directly, from the address of its connection", async () => {
  const seen = await headersSeen({ accept: "text/html" });
  expect(seen[cameHeader]).toBe("directly");
  expect(seen[peerHeader]).toBe("127.0.0.1");
});

test.each([
  "Forwarded",
  "Via",
  "X-Forwarded-For",
  "X-Forwarded-Host",
  "X-Forwarded-Proto",
  "X-Forwarded-Server",
  "X-Real-IP",
  "CF-Connecting-IP",
])("a request with %s was forwarded, even with the value that the server itself would fill in", async (name) => {
  expect((await headersSeen({ [name]: "127.0.0.1" }))[cameHeader]).toBe("forwarded");
});

test("a visitor cannot say how they came, nor from where", async () => {
  const seen = await headersSeen({ [cameHeader]: "directly", [peerHeader]: "203.0.113.9", via: "1.1 elsewhere" });
  expect(seen[cameHeader]).toBe("forwarded");
  expect(seen[peerHeader]).toBe("127.0.0.1");
});

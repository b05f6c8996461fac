import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, type RequestOptions, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readText } from "#lib/api/body";
import { problemAnswer } from "#lib/api/problem";
import { apiHeaders } from "#lib/auth/content-policy";
import { answerDirectly } from "#lib/direct-answers";
import { cameHeader, watchRequests } from "#lib/running-server";

const usual = vi.fn();
const server = createServer((received, response) => {
  usual(`${received.method} ${received.url}`);
  received.resume();
  response.end("the usual way");
});

const failures: unknown[] = [];

/** Repeats the body, of up to 1 MiB, and how the request came. */
async function repeat(given: Request): Promise<Response> {
  asked.resolve();
  try {
    const came = given.headers.get(cameHeader) ?? "";
    return new Response(await readText(given, 1), { status: 202, headers: { "content-type": "text/plain", came } });
  } catch (error) {
    failures.push(error);
    return problemAnswer(error);
  }
}

const breaks = () => Promise.reject(new Error("It broke."));
const slowly = Promise.withResolvers<Response>();
let asked = Promise.withResolvers<void>();

function answerSlowly(): Promise<Response> {
  asked.resolve();
  return slowly.promise;
}

beforeAll(async () => {
  watchRequests();
  answerDirectly([
    { method: "POST", path: "/repeat", answer: repeat },
    { method: "POST", path: "/breaks", answer: breaks },
    { method: "POST", path: "/slow", answer: answerSlowly },
    { method: "POST", path: "/query", answer: async ({ url }) => new Response(new URL(url).search) },
    { method: "GET", path: "/things/{slug}", answer: async (_, { params }) => Response.json(await params) },
  ]);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

beforeEach(() => {
  usual.mockClear();
  failures.length = 0;
});

afterAll(() => server.close());

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const open = (path: string, options: RequestOptions = {}) =>
  request({ host: "127.0.0.1", port: (server.address() as AddressInfo).port, path, method: "POST", agent, ...options });

async function ask(path: string, options: RequestOptions & { body?: string | Buffer } = {}) {
  const asking = open(path, options).end(options.body);
  const [answer] = (await once(asking, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

test("what is posted to such a path is answered at once, with the headers of answers to programs", async () => {
  const { status, headers, body } = await ask("/repeat", { body: "Grüße" });
  expect([status, body, headers.came]).toEqual([202, "Grüße", "directly"]);
  for (const [name, value] of Object.entries(apiHeaders)) expect(headers[name.toLowerCase()]).toBe(value);
  expect(headers).toMatchObject({ "content-type": "text/plain", "content-length": "7" });
  expect(usual).not.toHaveBeenCalled();
});

test("a body in pieces of unknown number arrives whole, and so does one that waits to be asked for", async () => {
  const asking = open("/repeat", { headers: { expect: "100-continue" } });
  asking.flushHeaders();
  await once(asking, "continue");
  asking.write("one, ");
  asking.end("two");
  const [answer] = (await once(asking, "response")) as [IncomingMessage];
  expect(await text(answer)).toBe("one, two");
});

test("how a request was forwarded is seen here too", async () => {
  expect((await ask("/repeat", { headers: { "x-forwarded-for": "203.0.113.9" } })).headers.came).toBe("forwarded");
});

test("the parameters of the address arrive, and its path alone decides", async () => {
  expect((await ask("/query?token=a%20b")).body).toBe("?token=a%20b");
});

test("the last part of an address may be a parameter", async () => {
  const { status, body } = await ask("/things/a-thing.1?x=y", { method: "GET" });
  expect([status, JSON.parse(body)]).toEqual([200, { slug: "a-thing.1" }]);
  expect(usual).not.toHaveBeenCalled();
});

test.each([
  ["POST", "/things/one"],
  ["HEAD", "/things/one"],
  ["GET", "/things/"],
  ["GET", "/things/.."],
  ["GET", "/things/one/two"],
  ["GET", "/things/%6Fne"],
  ["GET", "/a/things/one"],
  ["GET", "/repeat"],
  ["HEAD", "/repeat"],
  ["OPTIONS", "/repeat"],
  ["PUT", "/repeat"],
  ["POST", "/repeat/"],
  ["POST", "/%72epeat"],
  ["POST", "/x/../repeat"],
  ["POST", "//repeat"],
  ["POST", "/"],
])("%s %s goes the usual way", async (method, path) => {
  await ask(path, { method });
  expect(usual.mock.calls).toEqual([[`${method} ${path}`]]);
});

const tooLarge = Buffer.alloc(3 * 1024 * 1024, "x");

test.each([
  ["announced", { "content-length": tooLarge.length }],
  ["not announced", { "transfer-encoding": "chunked" }],
])("a body that is too large, %s, is refused, and the connection goes on", async (_what, headers) => {
  const refused = await ask("/repeat", { headers, body: tooLarge });
  expect([refused.status, refused.headers.connection]).toEqual([413, "keep-alive"]);
  expect((await ask("/repeat", { body: "next" })).body).toBe("next");
});

test("a sender that hangs up in the middle leaves no trace in the log, and the others are answered", async () => {
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  asked = Promise.withResolvers();
  socket.write('POST /repeat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{"half');
  await asked.promise;
  socket.destroy();
  await vi.waitFor(() => expect(failures).toMatchObject([{ message: "The request broke off." }]));
  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
  expect((await ask("/repeat", { body: "next" })).body).toBe("next");
});

test("what breaks is told, answered with 500, and breaks nothing else", async () => {
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await ask("/breaks")).toMatchObject({ status: 500, body: "" });
  expect(String(told.mock.calls[0]?.[0])).toContain("It broke.");
  told.mockRestore();
  expect((await ask("/repeat", { body: "next" })).body).toBe("next");
});

test("a server that closes waits for the answer", async () => {
  asked = Promise.withResolvers();
  const answered = ask("/slow", { agent: false });
  await asked.promise;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  slowly.resolve(new Response("at last"));
  expect((await answered).body).toBe("at last");
  agent.destroy();
  await closed;
});

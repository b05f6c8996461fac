import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

// What Node can do at most: a handler that does nothing, in a process of its own.
const body = JSON.stringify({ status: "ok" });
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());

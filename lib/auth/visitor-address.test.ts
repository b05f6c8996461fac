import { expect, test } from "vitest";
import { visitorAddress } from "#lib/auth/visitor-address";

test("a visitor who comes directly is who the connection says, whatever they claim", () => {
  expect(visitorAddress("203.0.113.9", "198.51.100.1")).toBe("203.0.113.9");
});

test("behind a reverse proxy of the own network the last outside address is the visitor's", () => {
  expect(visitorAddress("10.0.0.2", "198.51.100.1, 203.0.113.9, 10.0.0.7")).toBe("203.0.113.9");
  expect(visitorAddress("::ffff:127.0.0.1", "2001:4860::8888")).toBe("2001:4860::8888");
});

test("within the own network it is the first hop, and never nothing", () => {
  expect(visitorAddress("127.0.0.1", null)).toBe("127.0.0.1");
  expect(visitorAddress("127.0.0.1", "nonsense, 10.1.2.3")).toBe("10.1.2.3");
  expect(visitorAddress(null, null)).toBe("unknown");
});

import { expect, test } from "vitest";
import { allowedRanges, mayConnect } from "#lib/outgoing";

test.each([
  ...[
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
  ],
  ...["::1", "::", "fd00::1", "fe80::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"],
])("a connection to %s is refused", (address) => {
  expect(mayConnect(address, [])).toBe(false);
});

test.each(["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])("a connection to %s is allowed", (address) => {
  expect(mayConnect(address, [])).toBe(true);
});

test("a listed range and a listed address are allowed, their neighbours are not", () => {
  const allowed = allowedRanges("10.1.0.0/16, ::1");
  expect(mayConnect("10.1.255.1", allowed)).toBe(true);
  expect(mayConnect("10.2.0.1", allowed)).toBe(false);
  expect(mayConnect("::1", allowed)).toBe(true);
  expect(mayConnect("::2", allowed)).toBe(false);
});

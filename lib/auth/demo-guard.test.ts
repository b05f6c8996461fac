import { expect, test } from "vitest";
import { demoRefusal } from "#lib/auth/demo-guard";

test.each(["localhost", "localhost:3000", "LOCALHOST:3000", "127.0.0.1:3000", "[::1]:3000", "[::1]"])(
  "demo mode answers under the loopback host name %s",
  (host) => {
    expect(demoRefusal({ host, came: "directly" })).toBeUndefined();
  },
);

test.each([
  "watchbill.example.com",
  "localhost.evil.example",
  "127.0.0.1.evil.example",
  "evil.example:3000",
  "10.0.0.5:3000",
  "127.0.0.2",
  "0.0.0.0:3000",
  "[::]:3000",
  "localhost:3000:1",
  "localhost@evil.example",
  "",
  null,
])("demo mode refuses the host name %s, so that no other site can reach it through a visitor's browser", (host) => {
  expect(demoRefusal({ host, came: "directly" })).toMatch(/localhost/);
});

test.each(["forwarded", "", null])("demo mode refuses a request that came %s", (came) => {
  expect(demoRefusal({ host: "localhost:3000", came })).toMatch(/forwarded/);
});

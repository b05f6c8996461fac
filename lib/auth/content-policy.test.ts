import { expect, test } from "vitest";
import { contentPolicy } from "#lib/auth/content-policy";

const facts = { nonce: "n0nce", formOrigins: ["https://id.example.com"], isDevelopment: false, isSecure: true };

function directives(policy: string): Map<string, string> {
  return new Map(policy.split("; ").map((directive) => directive.split(/ (.*)/s) as [string, string]));
}

test("in production nothing runs or styles a page without its nonce, but for style attributes", () => {
  const policy = contentPolicy(facts);
  expect(directives(policy).get("script-src")).toBe("'self' 'nonce-n0nce' 'strict-dynamic'");
  expect(directives(policy).get("style-src")).toBe("'self' 'nonce-n0nce'");
  expect(policy.match(/'unsafe-[a-z-]+'/g)).toEqual(["'unsafe-inline'"]);
  expect(directives(policy).get("style-src-attr")).toBe("'unsafe-inline'");
});

test("forms lead to this server and to the sign-in providers only", () => {
  expect(directives(contentPolicy(facts)).get("form-action")).toBe("'self' https://id.example.com");
});

test("no page may be framed, no base moved, no plug-in loaded", () => {
  const policy = directives(contentPolicy(facts));
  for (const name of ["frame-ancestors", "base-uri", "object-src"]) expect(policy.get(name)).toBe("'none'");
});

test("only a server that people reach over TLS asks for TLS", () => {
  expect(contentPolicy({ ...facts, isSecure: false })).not.toContain("upgrade-insecure-requests");
  expect(contentPolicy(facts)).toContain("upgrade-insecure-requests");
});

test("a page starts no worker but this server's", () => {
  expect(directives(contentPolicy(facts)).get("worker-src")).toBe("'self'");
});

test("a page frames nothing but what this server sends, which is where diagrams are drawn", () => {
  expect(directives(contentPolicy(facts)).get("frame-src")).toBe("'self'");
});

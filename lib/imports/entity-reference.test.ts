import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf, faultOfName, formatReference, parseReference, slugOf } from "#lib/imports/entity-reference";
import { slugPattern } from "#lib/slugs";

const here = { kind: "group", namespace: "default" };

describe("a reference is read with what it leaves out assumed", () => {
  test.each([
    ["team-a", "group:default/team-a"],
    ["default/team-a", "group:default/team-a"],
    ["group:default/Team-A", "group:default/team-a"],
    ["user:guest", "user:default/guest"],
    ["resource:artists-db", "resource:default/artists-db"],
    ["API:devex/entities_api", "api:devex/entities_api"],
    ["Ada@Example.com", "user:ada@example.com"],
    ["user:ada@example.com", "user:ada@example.com"],
    ["user:default/ada@example.com", "user:ada@example.com"],
  ])("%s is %s", (written, reference) => {
    expect(parseReference(written, here)).toBe(reference);
  });

  test.each(["", "two words", "a/b/c", "a:b:c", "-", "group:", "x/", "group:default/", ":x"])(
    "%j is none",
    (written) => {
      expect(parseReference(written, here)).toBeUndefined();
    },
  );
});

describe("the address of an entity", () => {
  test.each([
    ["component:default/XBlock", "xblock"],
    ["component:devex/one_platform", "devex.one-platform"],
    ["component:default/a--b", "a-b"],
    ["component:default/a.-b", "a.b"],
    ["component:default/a_-_b", "a-b"],
    ["component:default/contentful.js", "contentful.js"],
  ])("of %s is %s", (reference, slug) => {
    expect(slugOf(reference.toLowerCase())).toBe(slug);
  });

  test("is one that the database accepts, whatever name Backstage allows", () => {
    const name = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,20}[A-Za-z0-9])?$/);
    fc.assert(
      fc.property(name, fc.constantFrom("default", "dev-ex", "A"), (name, namespace) => {
        expect(faultOfName(name)).toBeUndefined();
        expect(slugOf(formatReference({ kind: "Component", namespace, name }))).toMatch(slugPattern);
      }),
    );
  });

  test("is what dangling references are kept by", () => {
    expect(addressOf("group:devex/team_a")).toBe("group:devex.team-a");
    expect(addressOf("user:ada@example.com")).toBe("user:ada@example.com");
  });
});

describe("a name that Backstage does not allow is refused", () => {
  test.each(["invalid component", "", "-a", "a-", "a/b", "ä", "_a_", "x".repeat(64)])("%j", (name) => {
    expect(faultOfName(name)).toBeDefined();
  });

  test("and one of ten thousand characters is not repeated in the answer", () => {
    expect(faultOfName("x".repeat(10_000))?.length).toBeLessThan(100);
  });
});

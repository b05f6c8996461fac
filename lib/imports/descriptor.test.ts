import { describe, expect, test } from "vitest";
import { readDescriptor } from "#lib/imports/descriptor";
import { parseDocuments } from "#lib/imports/documents";

async function read(text: string) {
  const [document] = await parseDocuments(text, "here.yaml");
  if (!document) throw new Error("There is no document.");
  return readDescriptor(document);
}

const component = (spec: string, metadata = "") => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout
${metadata}
spec:
  type: service
${spec}`;

const rotation = (more: string) => `apiVersion: watchbill.dev/v1
kind: Rotation
metadata: {name: nights}
spec:
  team: shop-front
  layers:
    - name: weekly
      timeZone: Europe/Lisbon
      startsAt: 2026-01-05T09:00
      unit: week
      participants: [ada@harbour.example]
      hours: []
${more}`;

const escalation = (spec: string) => `apiVersion: watchbill.dev/v1
kind: EscalationPath
metadata: {name: checkout}
spec:
${spec}`;

async function fieldsOf(text: string) {
  const reading = await read(text);
  if (reading.kind !== "descriptor") throw new Error(JSON.stringify(reading));
  return Object.fromEntries(Object.entries(reading.descriptor.fields).map(([name, { value }]) => [name, value]));
}

async function rejectionOf(text: string) {
  const reading = await read(text);
  return reading.kind === "rejection" ? reading.rejection : undefined;
}

describe("a component", () => {
  test("is read with everything that the portal keeps of it", async () => {
    const text = component(
      "  lifecycle: experimental\n  owner: shop-front\n  system: shop\n  dependsOn: ['resource:orders-db', 'component:payments']\n  consumesApis: [tax]\n  subcomponentOf: storefront",
      `  title: Checkout
  namespace: shop
  annotations:
    watchbill.dev/tier: 1
    watchbill.dev/customer-facing: true
    watchbill.dev/ops-team: night-ops
    github.com/project-slug: harbour/checkout
  links:
    - {url: https://graphs.example/checkout, title: Dashboard}
    - {url: "javascript:alert(1)", title: Bad}`,
    );
    expect(await fieldsOf(text)).toMatchObject({
      ...{ name: "Checkout", type: "service", lifecycle: "experimental", tier: 1, customerFacing: true },
      ...{ owner: "group:shop/shop-front", opsTeam: "group:shop/night-ops", system: "system:shop/shop" },
      ...{ partOf: "component:shop/storefront", consumesApis: ["api:shop/tax"] },
      dependsOn: ["resource:shop/orders-db", "component:shop/payments"],
      repository: "https://github.com/harbour/checkout",
      links: [{ url: "https://graphs.example/checkout", title: "Dashboard" }],
    });
  });

  test.each([
    ["beta", "experimental"],
    ["Production", "production"],
    ["decommissioned", "deprecated"],
    ["-", "production"],
  ])("of lifecycle %j is read as %s", async (written, lifecycle) => {
    expect(await fieldsOf(component(`  lifecycle: "${written}"`))).toMatchObject({ lifecycle });
  });

  test("may misspell what it is part of", async () => {
    expect(await fieldsOf(component("  subComponentOf: storefront"))).toMatchObject({
      partOf: "component:default/storefront",
    });
  });

  test("that depends on itself leaves that out and says so", async () => {
    const reading = await read(component("  dependsOn: [component:checkout, component:other]"));
    expect(reading).toMatchObject({
      descriptor: { fields: { dependsOn: { value: ["component:default/other"] } }, notes: [{ line: 8 }] },
    });
  });

  test("keeps an integration key as its hash only", async () => {
    const reading = await read(
      component("  owner: a", "  annotations:\n    pagerduty.com/integration-key: 0123456789abcdef"),
    );
    expect(JSON.stringify(reading)).not.toContain("0123456789abcdef");
  });

  test("takes its repository from the source location before the project on GitHub", async () => {
    const annotations =
      "  annotations:\n    backstage.io/source-location: url:https://code.example/checkout\n    github.com/project-slug: harbour/checkout";
    expect(await fieldsOf(component("  owner: a", annotations))).toMatchObject({
      repository: "https://code.example/checkout",
    });
  });
});

describe("people and groups", () => {
  test("a user's e-mail is lower-cased and a profile's name wins over the title", async () => {
    const text =
      "apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: {name: Ada.M}\nspec:\n  profile: {displayName: Ada Moreau, email: Ada@Harbour.Example}\n  memberOf: [shop-front]";
    expect(await fieldsOf(text)).toEqual({
      name: "Ada Moreau",
      email: "ada@harbour.example",
      memberOf: ["group:default/shop-front"],
    });
  });

  test.each([
    ["spec: {type: ops}", "ops"],
    ["spec: {type: team}", "delivery"],
  ])("a group with %s is of kind %s", async (spec, kind) => {
    const text = `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: night}\n${spec}`;
    expect(await fieldsOf(text)).toMatchObject({ kind });
  });
});

describe("our own kinds", () => {
  test("a rotation says what a PUT would say, its name being that of the descriptor where the spec has none", async () => {
    const reading = await read(
      rotation("  effectiveFrom: 2026-01-05T09:00:00Z").replace(
        "{name: nights}",
        "{name: Shop_Nights, namespace: shop, title: Nights}",
      ),
    );
    expect(reading).toMatchObject({
      kind: "watch",
      watch: {
        ...{ kind: "Rotation", reference: "rotation:shop/shop_nights", slug: "shop.shop-nights" },
        body: { name: "Nights", team: "shop-front", layers: [{ every: 1, participants: ["ada@harbour.example"] }] },
      },
    });
  });

  test("an escalation path is of the service that it is named for, unless it names another", async () => {
    const path = { kind: "watch", watch: { kind: "EscalationPath", body: { delivery: "nights" } } };
    expect(await read(escalation("  delivery: nights"))).toMatchObject(path);
    expect(await read(escalation("  delivery: nights"))).toMatchObject({ watch: { slug: "checkout" } });
    expect(await read(escalation("  delivery: nights\n  service: cart"))).toMatchObject({ watch: { slug: "cart" } });
  });
});

describe("what cannot be read is rejected, naming the place", () => {
  test.each([
    ["a name with spaces", component("").replace("name: checkout", "name: check out"), 4, "spaces"],
    ["a name of 10,000 characters", component("").replace("checkout", "x".repeat(10_000)), 4, "63"],
    ["a name that is a number", component("").replace("checkout", "404"), 4, "quotes"],
    ["a missing name", component("").replace("name: checkout", "title: x"), 3, "metadata.name is missing"],
    ["an unknown kind", "apiVersion: example.com/v1\nkind: Template\nmetadata: {name: x}\nspec: {}", 2, "Template"],
    [
      "a runbook of ours that says nothing",
      "apiVersion: watchbill.dev/v1\nkind: Runbook\nmetadata: {name: x}",
      2,
      "spec is missing",
    ],
    ["a rotation of Backstage", rotation("").replace("watchbill.dev/v1", "backstage.io/v1"), 2, "watchbill.dev/v1"],
    ["a rotation without a team", rotation("").replace("  team: shop-front\n", ""), 4, "spec.team"],
    ["a rotation with a stray field", rotation("  layer: []"), 4, "layer"],
    ["a handoff at 25:00", rotation("").replace("T09:00", "T25:00"), 9, "spec.layers.0.startsAt"],
    ["a turn of no length", rotation("      every: 0"), 13, "spec.layers.0.every: Use a whole number from 1 to 999"],
    ["a zone that is none", rotation("").replace("Europe/Lisbon", "Mars/Olympus"), 8, "spec.layers.0.timeZone"],
    ["a watch of nobody", rotation("").replace("[ada@harbour.example]", "[]"), 11, "spec.layers.0.participants"],
    ["a path to nowhere", escalation("  backup: nights"), 4, "spec.delivery"],
    ["a path that waits too long", escalation("  delivery: nights\n  opsAfterMinutes: 2000"), 6, "1440"],
    ["another apiVersion", component("").replace("backstage.io/v1alpha1", "apps/v1"), 2, "apiVersion"],
    ["a missing spec", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: x}", 2, "spec is missing"],
    ["a tier beyond 4", component("", "  annotations:\n    watchbill.dev/tier: 7"), 5, "1, 2, 3 or 4"],
    ["a list", "- url: https://a.example", 1, "mapping"],
    ["a word", "hello", 1, "mapping"],
    ["a NUL character", component("").replace("checkout", '"a\\0b"'), 4, "NUL"],
  ])("%s", async (_what, text, line, words) => {
    const rejection = await rejectionOf(text);
    expect(rejection?.reason).toContain(words);
    expect(rejection?.reason.length).toBeLessThan(300);
    expect(rejection).toMatchObject({ line, document: 1 });
  });
});

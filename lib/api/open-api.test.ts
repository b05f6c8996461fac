import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { calls } from "#lib/api/calls";
import { openApiDocument } from "#lib/api/open-api";

const document = openApiDocument();
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);
const undescribed = ["/openapi.json", "/[[...path]]"];

test("every route below /api/v1 is described, and nothing is that has no route", () => {
  const routes = globSync("app/api/v1/**/route.ts")
    .map((file) => file.slice("app/api/v1".length, -"/route.ts".length))
    .filter((path) => !undescribed.includes(path))
    .map((path) => path.replace(/\[(\w+)\]/g, "{$1}"));
  expect(Object.keys(document.paths ?? {}).toSorted()).toEqual(routes.toSorted());
});

test("every reference in the document leads to something in it", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path as string);
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references) {
    const target = reference
      .split("/")
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect(target, reference).toBeDefined();
  }
});

test("every call has a name of its own, every parameter of its path, and its problems", () => {
  expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
  expect(operations).toHaveLength(calls.length);
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = (operation.parameters ?? []).filter((one: { in: string }) => one.in === "path");
    expect(described.map((one: { name: string; required: boolean }) => [one.name, one.required])).toEqual(
      inPath.map((name) => [name, true]),
    );
    for (const status of ["401", "403", "503"]) {
      expect(operation.responses[status].content).toHaveProperty("application/problem+json");
    }
  }
});

test("no input or answer is left without a type", () => {
  for (const { path, method, operation } of operations) {
    for (const parameter of operation.parameters ?? []) {
      expect(Object.keys(parameter.schema), `${method} ${path} ${parameter.name}`).not.toEqual([]);
    }
  }
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    for (const [field, described] of Object.entries((schema as { properties?: object }).properties ?? {})) {
      expect(Object.keys(described as object), `${name}.${field}`).not.toEqual([]);
    }
  }
});

test("the examples are what the schemas accept", () => {
  for (const { id, body, example, answers } of calls) {
    if (example !== undefined) expect(body?.strict().safeParse(example).error, id).toBeUndefined();
    for (const answer of Object.values(answers)) {
      if (answer.example !== undefined) expect(answer.schema?.safeParse(answer.example).error, id).toBeUndefined();
    }
  }
});

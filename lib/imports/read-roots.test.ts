import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readDescriptor } from "#lib/imports/descriptor";
import { NoSuchRoot, readRoots } from "#lib/imports/read-roots";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), "watchbill-import-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
}

const component = (name: string, more = "") =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n${more}spec: {type: service}\n`;
const location = (...targets: string[]) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: all}\nspec:\n  targets:\n${targets.map((target) => `    - ${target}\n`).join("")}`;

async function read(...roots: string[]) {
  const { documents, ...rest } = await readRoots(roots, { cwd });
  const readings = documents.map(readDescriptor);
  return {
    ...rest,
    names: readings.flatMap((one) => (one.kind === "descriptor" ? [one.descriptor.fields.name?.value] : [])),
    rejected: readings.flatMap((one) => (one.kind === "rejection" ? [one.rejection] : [])),
    notes: readings.flatMap((one) =>
      one.kind === "location" ? one.notes : one.kind === "descriptor" ? one.descriptor.notes : [],
    ),
    sources: [...new Set(documents.map(({ source }) => source))],
  };
}

describe("a file", () => {
  test("is read with what its Locations name, patterns included, each file once and loops ended", async () => {
    write({
      "catalog/all.yaml": location("./one.yaml", "./plugins/**/catalog-info.yaml", "./all.yaml"),
      "catalog/one.yaml": `${component("one")}---\n${location("./all.yaml", "./plugins/deep/down/catalog-info.yaml")}`,
      "catalog/plugins/deep/down/catalog-info.yaml": component("deep"),
      "catalog/not-named.yaml": component("not-named"),
    });
    const { names, rejected, files, sources } = await read("catalog/all.yaml");
    expect(names.toSorted()).toEqual(["deep", "one"]);
    expect({ rejected, files, sources }).toEqual({ rejected: [], files: 3, sources: ["catalog/all.yaml"] });
  });

  test("that a Location names and that is not there is rejected with the line of its name", async () => {
    write({ "all.yaml": location("./here.yaml", "./gone.yaml"), "here.yaml": component("here") });
    expect((await read("all.yaml")).rejected).toMatchObject([
      { location: "all.yaml", line: 7, reason: expect.stringContaining("./gone.yaml") },
    ]);
  });

  test("that may be missing is only noted", async () => {
    write({ "all.yaml": location("./gone.yaml").replace("spec:", "spec:\n  presence: optional") });
    expect(await read("all.yaml")).toMatchObject({ rejected: [], notes: [{ line: 7 }] });
  });

  test("fills in placeholders from the same folder", async () => {
    write({
      "catalog.yaml": component(
        "linked",
        "  links:\n    $yaml: ./links.yaml\n  description:\n    $text: ./words.txt\n",
      ),
      "links.yaml": "- {url: https://a.example, title: A}\n",
      "words.txt": "Words from elsewhere.\n",
    });
    const { documents } = await readRoots(["catalog.yaml"], { cwd });
    expect(documents).toMatchObject([
      { value: { metadata: { links: [{ title: "A" }], description: "Words from elsewhere.\n" } } },
    ]);
  });
});

describe("nothing outside the folder is read", () => {
  test.each([
    ["a path with ..", "../secret.yaml"],
    ["an absolute path", "/etc/hostname"],
    ["a file: address", "file:///etc/hostname"],
    ["a symbolic link", "./link.yaml"],
    ["a pattern that climbs", "../*.yaml"],
    ["a folder that is a link", "./out/secret.yaml"],
  ])("by %s", async (_what, target) => {
    write({ "secret.yaml": component("secret"), "catalog/all.yaml": location(target) });
    symlinkSync(path.join(cwd, "secret.yaml"), path.join(cwd, "catalog/link.yaml"));
    symlinkSync(cwd, path.join(cwd, "catalog/out"));
    const { names, rejected, notes } = await read("catalog/all.yaml");
    expect(names).toEqual([]);
    expect(rejected.length + notes.length).toBe(1);
  });

  test("by a placeholder", async () => {
    write({ "secret.txt": "secret", "catalog/a.yaml": component("a", "  description:\n    $text: ../secret.txt\n") });
    const { documents } = await readRoots(["catalog/a.yaml"], { cwd });
    expect(JSON.stringify(documents)).not.toContain('"secret"');
    expect(documents).toMatchObject([{ notes: [{ line: 5 }] }]);
  });

  test("and an address in a file is not fetched", async () => {
    write({ "all.yaml": location("https://catalog.example/all.yaml") });
    expect(await read("all.yaml")).toMatchObject({ rejected: [], notes: [{ line: 6 }] });
  });
});

describe("a folder", () => {
  test("is read whole, passing over what holds no descriptor", async () => {
    write({
      "catalog/a/catalog-info.yaml": component("a"),
      "catalog/.hidden/b.yml": component("b"),
      "catalog/deployment.yaml": "apiVersion: apps/v1\nkind: Deployment\n",
      "catalog/links.yaml": "- url: https://a.example\n",
      "catalog/node_modules/c/catalog-info.yaml": component("c"),
      "catalog/notes.txt": component("d"),
    });
    expect(await read("catalog/")).toMatchObject({
      ...{ names: ["b", "a"], rejected: [], files: 2, passedOver: 2, sources: ["catalog"] },
    });
  });

  test("rejects a file that is too large, and one in another encoding, and reads the rest", async () => {
    write({ "catalog/large.yaml": "x", "catalog/good.yaml": component("good") });
    truncateSync(path.join(cwd, "catalog/large.yaml"), 50 * 1024 * 1024);
    writeFileSync(path.join(cwd, "catalog/utf-16.yaml"), Buffer.from(`\uFEFF${component("wide")}`, "utf16le"));
    const { names, rejected } = await read("catalog");
    expect(names).toEqual(["good"]);
    expect(rejected).toMatchObject([
      { location: "catalog/large.yaml", line: 1, reason: expect.stringContaining("50 MiB") },
      { location: "catalog/utf-16.yaml", line: 1, reason: expect.stringContaining("UTF-8") },
    ]);
  });
});

test("what is not there at all cannot be read", async () => {
  await expect(read("nothing-here")).rejects.toThrow(NoSuchRoot);
});

test("a private address is refused and named", async () => {
  const { rejected } = await read("http://127.0.0.1:8099/catalog-info.yaml");
  expect(rejected).toMatchObject([
    { hidesOthers: true, reason: expect.stringContaining("WATCHBILL_ALLOW_PRIVATE_TARGETS") },
  ]);
});

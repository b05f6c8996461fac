import { expect, test } from "vitest";
import { joinFrontMatter, splitFrontMatter } from "#lib/documents/exchange/front-matter";
import { faultOfPath } from "#lib/documents/exchange/paths";
import { readFolder } from "#lib/documents/exchange/read-folder";

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (path: string, text: string) => ({ path, bytes: bytes(text) });
const read = (path: string, text: string) => readFolder([file(path, text)]).drafts[0];

test.each([
  "---\ntitle: A\n---\n# A\n",
  "---\r\ntitle: A\r\n---\r\n# A\r\n",
  "---\n---\nbody",
  "no front matter\n---\nx\n---\n",
  "---\nnever closed\n",
  "",
])("a text is parted and put together again to the same: %j", (text) => {
  expect(joinFrontMatter(splitFrontMatter(text))).toBe(text);
});

test("a file is named after the alert that it answers, and its front matter is kept word for word", () => {
  const text =
    "---\ntitle: Kube Pod Crash Looping\nweight: 20\n---\n\n# KubePodCrashLooping\n\n## Meaning\n\nIt dies.\n";
  expect(read("runbooks/kubernetes/KubePodCrashLooping.md", text)).toMatchObject({
    kind: "runbook",
    slug: "kubepodcrashlooping",
    title: "Kube Pod Crash Looping",
    alertNames: ["KubePodCrashLooping"],
    frontMatter: "title: Kube Pod Crash Looping\nweight: 20\n",
    body: "\n# KubePodCrashLooping\n\n## Meaning\n\nIt dies.\n",
    service: undefined,
  });
});

test("an alert may be named by the first heading of a file with another name, but not against the file's own name", () => {
  expect(read("cold-cache.md", "# CacheCold\n")).toMatchObject({ alertNames: ["CacheCold"], slug: "cold-cache" });
  expect(read("CacheCold.md", "# CacheFailures\n")?.alertNames).toEqual(["CacheCold"]);
  expect(read("how-to-start.md", "# How to start\n")?.alertNames).toEqual([]);
});

test("front matter says service, kind, slug, alerts and how long a review holds", () => {
  const text = "---\nservice: checkout\nkind: note\nslug: how-it-works\nreviewIntervalDays: 30\n---\n# It works\n";
  expect(read("x.md", text)).toMatchObject({
    ...{ service: "checkout", kind: "note", slug: "how-it-works", reviewIntervalDays: 30, title: "It works" },
    alertNames: [],
  });
  expect(read("x.md", "---\nalerts: [A1, B2]\n---\n")?.alertNames).toEqual(["A1", "B2"]);
  expect(read("x.md", "---\nalertNames: Only\n---\n")?.alertNames).toEqual(["Only"]);
});

test("the nearest telling folder says the kind, and a runbook is what it is without one", () => {
  expect(read("runbooks/architecture/x.md", "# X")?.kind).toBe("note");
  expect(read("notes/runbooks/x.md", "# X")?.kind).toBe("runbook");
  expect(read("x.md", "# X")?.kind).toBe("runbook");
});

test("an index page is passed over unless it holds a runbook", () => {
  const folder = readFolder([
    file("a/_index.md", "---\ntitle: a\n---\n"),
    file("b/index.md", "# B\n\n## Meaning\n\nIt broke.\n"),
    file("b/graph.svg", "<svg/>"),
  ]);
  expect(folder.passedOver.map(({ path }) => path)).toEqual(["a/_index.md", "b/graph.svg"]);
  expect(folder.drafts).toMatchObject([{ path: "b/index.md", slug: "b" }]);
});

test("each bad file is rejected with its reason, and the rest is read", () => {
  const folder = readFolder([
    { path: "latin.md", bytes: new Uint8Array([0x23, 0x20, 0xe9]) },
    { path: "wide.md", bytes: new Uint8Array([0xff, 0xfe, 0x23, 0x00]) },
    file("long.md", "x".repeat(513 * 1024)),
    file("broken.md", "---\ntitle: [\n---\n# A\n"),
    file("interval.md", "---\nreviewIntervalDays: 9999\n---\n# A\n"),
    { path: "marked.md", bytes: new Uint8Array([0xef, 0xbb, 0xbf, ...bytes("# Marked\n")]) },
    file("../out.md", "# Out"),
  ]);
  expect(folder.drafts.map(({ path, body }) => [path, body])).toEqual([["marked.md", "# Marked\n"]]);
  const reasons = Object.fromEntries(folder.rejected.map(({ path, reason }) => [path, reason]));
  expect(reasons["latin.md"]).toMatch(/UTF-8/);
  expect(reasons["wide.md"]).toMatch(/NUL/);
  expect(reasons["long.md"]).toMatch(/512 KiB/);
  expect(reasons["broken.md"]).toMatch(/not valid YAML/);
  expect(reasons["interval.md"]).toMatch(/reviewIntervalDays: /);
  expect(reasons["../out.md"]).toMatch(/\.\./);
});

test("two files of one name in two folders get two addresses", () => {
  const { drafts } = readFolder([file("a/Down.md", "# D"), file("b/Down.md", "# D")]);
  expect(drafts.map(({ slug }) => slug)).toEqual(["down", "b-down"]);
});

test.each(["/etc/passwd", "C:/x.md", "a/../../x.md", "..", "a\\..\\x.md", "", "\\\\host\\x"])(
  "the path %j is refused",
  (path) => {
    expect(faultOfPath(path)).toBeDefined();
  },
);

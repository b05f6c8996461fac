import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { documents, services as servicesTable } from "#db/schema";
import { draftDemo } from "#db/seed/demo";
import { readDocumentFile } from "#db/seed/demo/document-files";
import { newDraft } from "#db/seed/draft";
import { outlineOf } from "#lib/documents/markdown/render";
import { roleOf } from "#lib/documents/markdown/roles";

const folder = new URL("./demo/documents/", import.meta.url);
const paths = globSync("*/*/*.md", { cwd: folder }).map((path) => path.replace(/\.md$/, ""));
const files = paths.map((path) => {
  const file = readDocumentFile(path);
  return { path, file, outline: outlineOf(file.body, file.kind) };
});
const runbooks = files.filter(({ file }) => file.kind === "runbook");
const notes = files.filter(({ file }) => file.kind === "note");

test("the demo has runbooks of the four parts in their order, with steps to look and steps to act", () => {
  expect(runbooks.length).toBeGreaterThanOrEqual(25);
  for (const { path, outline } of runbooks) {
    const parts = outline.sections.flatMap(({ heading }) => roleOf(heading) ?? []);
    expect(parts, path).toEqual(["meaning", "impact", "diagnosis", "mitigation"]);
    for (const { heading, steps } of outline.sections) {
      if (["diagnosis", "mitigation"].includes(roleOf(heading) ?? "")) expect(steps.length, path).toBeGreaterThan(1);
    }
  }
});

test("each runbook of the demo answers alerts that no other one answers", () => {
  const names = runbooks.flatMap(({ file }) => file.alertNames);
  expect(runbooks.filter(({ file }) => file.alertNames.length === 0)).toEqual([]);
  expect(names).toEqual([...new Set(names)]);
});

test("each note of the demo says what it assumes, mostly of services by name", () => {
  expect(notes.length).toBeGreaterThanOrEqual(12);
  for (const { path, outline } of notes) {
    expect(outline.sections.flatMap(({ steps }) => steps).length, path).toBeGreaterThan(1);
    expect(
      outline.mentions.some(({ isAssumed }) => isAssumed),
      path,
    ).toBe(true);
  }
});

test("what the documents of the demo link to is there, and every file is one of its documents", () => {
  const services: { slug: string }[] = [];
  const drafted: string[] = [];
  const draft = newDraft();
  draftDemo(
    {
      ...draft,
      add(table, row) {
        if ((table as unknown) === servicesTable) services.push(row as unknown as { slug: string });
        if ((table as unknown) === documents) drafted.push((row as unknown as { slug: string }).slug);
        draft.add(table, row);
      },
    },
    Temporal.Instant.from("2026-11-23T03:12:00Z"),
  );
  // Read now: a service that was renamed has its present address.
  const slugs = services.map(({ slug }) => slug);
  expect(drafted.toSorted()).toEqual(files.map(({ file }) => file.slug).toSorted());
  for (const { path, file } of files) {
    for (const [, target = ""] of file.body.matchAll(/\]\(\/services\/([^)#]+)[^)]*\)/g)) {
      expect(target.includes("/") ? paths : slugs, path).toContain(target);
    }
  }
});

import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { htmlOf } from "#lib/documents/markdown/html";
import { renderDocument } from "#lib/documents/markdown/render";
import { roleOf } from "#lib/documents/markdown/roles";

// Runbooks that nobody here wrote; they lie beside the checkout where there are any.
const folder = path.resolve("../shared/data/prometheus-runbooks/content/runbooks");
const files = existsSync(folder) ? globSync(`${folder}/*/[!_]*.md`).toSorted() : [];

const timeout = 60_000;

const readRunbook = (file: string) => readFileSync(file, "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");

test.skipIf(files.length === 0)(
  "108 real runbooks are laid out whole, each the same way twice, with nothing of Hugo left",
  { timeout },
  () => {
    expect(files).toHaveLength(108);
    for (const file of files) {
      const body = readRunbook(file);
      const { tree, outline } = renderDocument(body, "runbook");
      const html = htmlOf(tree);
      expect(html, file).toBe(htmlOf(renderDocument(body, "runbook").tree));
      expect(html, file).not.toMatch(/shown as it was written|\{\{&#60;/);
      expect(outline.sections.length, file).toBeGreaterThan(0);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, file).toBe(ids.length);
    }
  },
);

test.skipIf(files.length === 0)(
  "nearly all of them say what to do, under a heading that is recognised",
  { timeout },
  () => {
    const mitigated = files.filter((file) =>
      renderDocument(readRunbook(file), "runbook").outline.sections.some(
        ({ heading }) => roleOf(heading) === "mitigation",
      ),
    );
    expect(mitigated.length).toBeGreaterThanOrEqual(103);
  },
);

import type { TestProject } from "vitest/node";
import { createFolderTemplate } from "#db/testing/databases";

/** Vitest's global setup: one migrated data folder, copied for every test file. */
export default async function withPGlite(project: TestProject) {
  const template = await createFolderTemplate();
  project.provide("testServer", { kind: "pglite", template: template.folder });
  return template.remove;
}

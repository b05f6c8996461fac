import type { TestProject } from "vitest/node";
import { createPostgresTemplate } from "#db/testing/databases";
import { startPostgres } from "#db/testing/postgres-server";

/** Vitest's global setup: one PostgreSQL server and one migrated template for all test files. */
export default async function withPostgres(project: TestProject) {
  const server = await startPostgres();
  const template = await createPostgresTemplate(server.url);
  project.provide("testServer", { kind: "postgres", url: server.url, template: template.name });
  return async () => {
    await template.remove();
    await server.stop();
  };
}

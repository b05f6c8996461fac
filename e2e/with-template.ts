import { createFolderTemplate, createPostgresTemplate } from "#db/testing/databases";

/** Playwright's global setup: one migrated database, copied for every server that a journey starts for itself. */
export default async function withTemplate() {
  const server = process.env.E2E_DATABASE_SERVER;
  const template = server
    ? await createPostgresTemplate(server, { hasInstallation: false })
    : await createFolderTemplate({ hasInstallation: false });
  // The workers inherit it.
  process.env.E2E_TEMPLATE = "name" in template ? template.name : template.folder;
  return template.remove;
}

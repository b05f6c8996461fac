import { systemViewer } from "#lib/auth/policy";
import { administrators, type Rows, unique } from "#lib/auth/testing/roles";
import { importArchive, importDocuments } from "#lib/documents/exchange/import-commands";
import { writeZip } from "#lib/documents/exchange/zip";
import * as imports from "#lib/imports/commands";
import * as drafts from "#lib/imports/draft-commands";

export const importsRows: Rows = {
  "documents/exchange/import-commands.importDocuments": {
    may: administrators,
    run: (viewer, { service }) => importDocuments(viewer, { source: unique(), service: service.slug, files: files() }),
  },
  "documents/exchange/import-commands.importArchive": {
    may: administrators,
    run: (viewer, { service }) =>
      importArchive(viewer, { source: unique(), service: service.slug, archive: writeZip(files()) }),
  },
  "imports/commands.importCatalog": {
    may: administrators,
    run: (viewer) => imports.importCatalog(viewer, [], { source: unique() }),
  },
  "imports/draft-commands.draftImport": {
    may: administrators,
    run: (viewer) => drafts.draftImport(viewer, upload()),
  },
  "imports/draft-commands.startImport": {
    may: administrators,
    run: async (viewer) => {
      const draft = await drafts.draftImport(systemViewer("Setting the scene"), upload());
      return drafts.startImport(viewer, draft);
    },
  },
};

const upload = () => ({
  files: [
    {
      name: "catalog.yaml",
      bytes: new TextEncoder().encode("kind: Location\nmetadata: { name: here }\napiVersion: backstage.io/v1alpha1"),
    },
  ],
  source: unique(),
  prune: false,
});

const files = () => [{ path: `${unique()}.md`, bytes: new TextEncoder().encode("# Pump\n") }];

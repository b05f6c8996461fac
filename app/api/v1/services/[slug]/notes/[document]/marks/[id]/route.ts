import { answer, apiRoute, noContent } from "#lib/api";
import { noteEvidenceCalls } from "#lib/api/document-evidence";
import { unmarkStep } from "#lib/documents/marks/mark-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  DELETE: answer(noteEvidenceCalls.unmark, async ({ viewer, params: { id } }) => {
    await unmarkStep(viewer, { mark: id });
    return noContent();
  }),
});

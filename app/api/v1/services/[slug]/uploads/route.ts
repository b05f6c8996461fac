import { answer, apiRoute, json } from "#lib/api";
import { readFile } from "#lib/api/body";
import { addUploadCall } from "#lib/api/documents";
import { addUpload } from "#lib/documents/uploads/upload-commands";
import { largestUploadMebibytes } from "#lib/documents/uploads/upload-types";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(addUploadCall, async ({ viewer, params: { slug: service }, request }) => {
    // The form around the file has a little of its own.
    const file = await readFile(request, "file", largestUploadMebibytes + 1);
    const content = new Uint8Array(await file.arrayBuffer());
    return json(await addUpload(viewer, { service, name: file.name, content }), 201);
  }),
});

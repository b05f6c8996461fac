import { isKnown } from "#lib/api/entity-tag";
import { problemAnswer } from "#lib/api/problem";
import { filePolicy } from "#lib/auth/content-policy";
import { refusalOfVisit } from "#lib/auth/demo-visit";
import { apiViewer } from "#lib/auth/viewer";
import { findUpload, readUpload } from "#lib/documents/uploads/upload-queries";
import { isPicture } from "#lib/documents/uploads/upload-types";
import { Forbidden, NotFound } from "#lib/errors";

type Context = { params: Promise<{ id: string; name: string }> };

/** `/uploads/{id}/{name}`: a picture or a file that a document shows, for people who are signed in. The id decides. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const refusal = refusalOfVisit(request);
    if (refusal) throw new Forbidden(refusal);
    const viewer = await apiViewer(request);
    const upload = await findUpload(viewer, (await params).id);
    if (!upload) throw new NotFound("There is no such file.");
    const headers = headersOf(upload);
    if (isKnown(request, headers.etag)) return new Response(null, { status: 304, headers });
    const content = await readUpload(viewer, upload);
    if (!content) throw new NotFound("There is no such file.");
    return new Response(content, { headers });
  } catch (error) {
    const answer = problemAnswer(error);
    for (const [name, value] of Object.entries(guard)) answer.headers.set(name, value);
    return answer;
  }
}

/** Whatever is in the file: a browser neither guesses another type nor lets it run or load anything. */
const guard = {
  "content-security-policy": filePolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

function headersOf({ name, type, digest }: { name: string; type: string; digest: string }) {
  const isText = type.startsWith("text/");
  return {
    ...guard,
    "content-type": isText ? `${type}; charset=utf-8` : type,
    "content-disposition": `${isPicture(type) ? "inline" : "attachment"}; filename*=UTF-8''${encodeName(name)}`,
    // The content of an id never changes; whether somebody may still see it is asked again after a day.
    "cache-control": "private, max-age=86400",
    etag: `"${digest}"`,
  };
}

/** RFC 8187 leaves fewer characters as they are than an address does. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

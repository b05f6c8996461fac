import "server-only";
import type { Viewer } from "#lib/auth/policy";
import type { OneDocument } from "#lib/documents/inputs";
import { listMarks } from "#lib/documents/marks/mark-queries";
import { findDocument } from "#lib/documents/queries";
import { NotFound } from "#lib/errors";

/** The marks of a document as the API answers with them, step by step in the order of the text. Throws NotFound. */
export async function listMarkAnswers(viewer: Viewer, address: OneDocument) {
  const document = await findDocument(viewer, address);
  if (!document) throw new NotFound(`${address.service} has no ${address.kind} “${address.slug}”.`);
  const marks = await listMarks(document.id, document.outline);
  const steps = document.outline.sections.flatMap((section) => section.steps);
  return steps.flatMap(({ anchor }) =>
    (marks.get(anchor) ?? []).map(({ id, step, revision, verdict, word, at, person, isEarlierWording }) => ({
      ...{ id, anchor, step, revision, verdict, word },
      ...{ by: person.address, at, isEarlierWording },
    })),
  );
}

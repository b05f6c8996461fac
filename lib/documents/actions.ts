"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import { requireViewer } from "#lib/auth/viewer";
import { documentUrl } from "#lib/documents/addresses";
import {
  bringBackRevision,
  moveDocument,
  restoreDocument,
  retireDocument,
  saveDocument,
  writeDocument,
} from "#lib/documents/commands";
import { followDocument } from "#lib/documents/following/follow-commands";
import {
  BringBackInput,
  MoveDocumentInput,
  OneDocument,
  SaveDocumentForm,
  WriteDocumentForm,
} from "#lib/documents/inputs";
import { type ConflictingSave, MergeConflict } from "#lib/documents/merge-conflict";
import { findDocument } from "#lib/documents/queries";

const verbatim = ["body"];

export const writeDocumentAction = formAction(
  WriteDocumentForm,
  async (viewer, input) => {
    redirect(urlOf(await writeDocument(viewer, input), "written"));
  },
  { verbatim },
);

/** Where somebody else saved the same place, the result is a `ConflictingSave`: both texts, and nothing is stored. */
export const saveDocumentAction = formAction(
  SaveDocumentForm,
  async (viewer, input) => {
    const saved = await saveDocument(viewer, { ...input, isFromForm: true }).catch(whenConflicting);
    if (saved instanceof MergeConflict) {
      const present = await findDocument(viewer, input);
      const by = present && { by: present.lastChange.author.name };
      const result: ConflictingSave = { conflict: saved.detail, summary: input.summary ?? null, ...by };
      return { result };
    }
    redirect(urlOf(saved.address, saved.merged ? "merged" : "saved"));
  },
  { verbatim },
);

export const bringBackRevisionAction = formAction(BringBackInput, async (viewer, input) => {
  await bringBackRevision(viewer, input);
  redirect(urlOf(input, "brought-back"));
});

export const moveDocumentAction = formAction(MoveDocumentInput, async (viewer, input) => {
  redirect(urlOf(await moveDocument(viewer, input), "moved"));
});

export const retireDocumentAction = formAction(OneDocument, async (viewer, input) => {
  redirect(urlOf(await retireDocument(viewer, input), "retired"));
});

export const restoreDocumentAction = formAction(OneDocument, async (viewer, input) => {
  redirect(urlOf(await restoreDocument(viewer, input), "restored"));
});

/** Follows the document that the form names, or lets it go, as the field `isFollowed` says. */
export async function followDocumentAction(form: FormData): Promise<void> {
  const viewer = await requireViewer();
  const address = OneDocument.parse(Object.fromEntries(form));
  await followDocument(viewer, { ...address, isFollowed: form.get("isFollowed") === "true" });
  refresh();
}

function whenConflicting(error: unknown): MergeConflict {
  if (error instanceof MergeConflict) return error;
  throw error;
}

const urlOf = ({ service, kind, slug }: OneDocument, done: string) =>
  `${documentUrl({ kind, slug, service: { slug: service } })}?done=${done}`;

"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { reviewDocument } from "#lib/documents/reviews/review-commands";
import { ReviewInput } from "#lib/documents/reviews/review-inputs";

export const reviewDocumentAction = formAction(ReviewInput, async (viewer, input) => {
  await reviewDocument(viewer, input);
  refresh();
  return { message: "Thank you: it is confirmed from now on." };
});

import { z } from "zod";
import { defineCall } from "#lib/api/call";
import { Instant, SlugText } from "#lib/api/shared";
import { PersonEmail } from "#lib/api/watch-shapes";
import { PostMarkInput, Verdict } from "#lib/documents/marks/mark-inputs";
import { PostReviewInput } from "#lib/documents/reviews/review-inputs";
import { Slug } from "#lib/fields";

/** What people say of a document who read or used it: reviews and marks. */

const MarkAnswer = z
  .object({
    id: z.string(),
    anchor: z
      .string()
      .meta({ description: "The step that it stands beside in the present text", example: "mitigation-2" }),
    step: z.string().meta({ description: "The words of the step that was used", example: "Warm the cache." }),
    revision: z.number().int().meta({ description: "The revision that was read" }),
    verdict: Verdict,
    word: z.string().nullable(),
    by: PersonEmail.nullable(),
    at: Instant,
    isEarlierWording: z.boolean().meta({ description: "The words of the step changed since" }),
  })
  .meta({ id: "StepMark" });

const ReviewAnswer = z
  .object({ id: z.string(), document: SlugText("cache-is-cold"), revision: z.number().int() })
  .meta({ id: "Review" });

const MadeMark = z.object({ id: z.string() }).meta({ id: "MadeMark" });

/** The calls for documents of one kind; `room` is their place below a service. */
function callsOf(room: string, name: string, words: string) {
  const path = `/services/{slug}/${room}/{document}`;
  const params = z.object({
    slug: Slug.meta({ description: "The service", example: "checkout" }),
    document: Slug.meta({ example: "cache-is-cold" }),
  });
  const shared = { tag: "Documents", params } as const;
  return {
    review: defineCall({
      ...shared,
      id: `review${name}`,
      method: "POST",
      path: `${path}/reviews`,
      summary: `Say that the ${words} holds`,
      description:
        "For experts of the service and members of its teams. `revision` is the one that was read; where it is not the present one, 409 says what changed since. Needs a session or a personal token.",
      body: PostReviewInput,
      example: { revision: 4 },
      answers: { 201: { description: "The review", schema: ReviewAnswer } },
      problems: [409],
    }),
    list: defineCall({
      ...shared,
      id: `list${name}Marks`,
      method: "GET",
      path: `${path}/marks`,
      summary: `What people found who used the steps of the ${words}`,
      description: "The latest 300, newest first for each step, without those that were taken back.",
      answers: { 200: { description: "The marks", schema: z.object({ items: z.array(MarkAnswer) }) } },
    }),
    mark: defineCall({
      ...shared,
      id: `mark${name}Step`,
      method: "POST",
      path: `${path}/marks`,
      summary: "Say what came of a step",
      description:
        "For everybody. The step is the one that `revision` has at `anchor`. Needs a session or a personal token.",
      body: PostMarkInput,
      example: { revision: 4, anchor: "mitigation-2", verdict: "worked" },
      answers: { 201: { description: "The mark", schema: MadeMark } },
      problems: [409],
    }),
    unmark: defineCall({
      ...shared,
      id: `unmark${name}Step`,
      method: "DELETE",
      path: `${path}/marks/{id}`,
      summary: "Take back a mark of one's own",
      params: params.extend({ id: z.uuid() }),
      answers: { 204: { description: "It counts no longer" } },
    }),
  };
}

export const runbookEvidenceCalls = callsOf("runbooks", "Runbook", "runbook");
export const noteEvidenceCalls = callsOf("notes", "Note", "architecture note");

export const documentEvidenceCalls = [runbookEvidenceCalls, noteEvidenceCalls].flatMap(
  ({ review, list, mark, unmark }) => [review, list, mark, unmark],
);

import { z } from "zod";
import { defineCall } from "#lib/api/call";
import { Cursor, Instant, Limit, partOf, SlugText } from "#lib/api/shared";
import { PersonEmail, rotationParams, windowQuery } from "#lib/api/watch-shapes";
import { AskForCoverInput, ClaimInput } from "#lib/rotations/inputs";

const statuses = ["open", "claimed", "withdrawn", "past"] as const;

export const CoverRequestAnswer = z
  .object({
    id: z.string(),
    rotation: SlugText("checkout-primary"),
    person: PersonEmail.meta({ description: "Who asks, and stays on watch until somebody claims it" }),
    from: Instant,
    to: Instant,
    spans: z
      .array(z.object({ from: Instant, to: Instant }).meta({ id: "Span" }))
      .meta({ description: "While it is open: what its person still holds of it, which a claim would take" }),
    reason: z.string().nullable().meta({ description: "Null for whoever may not see it, and where none was given" }),
    status: z.enum(statuses),
    claimedBy: PersonEmail.nullable(),
    createdAt: Instant,
  })
  .meta({ id: "CoverRequest" });

const request = { description: "The request", schema: CoverRequestAnswer };
const params = z.object({ id: z.uuid() });

export const listCoverRequestsCall = defineCall({
  id: "listCoverRequests",
  method: "GET",
  path: "/rotations/{slug}/cover-requests",
  tag: "Rotations",
  summary: "The requests for cover that meet a window, in order",
  params: rotationParams,
  query: windowQuery("400 days after `from`").extend({ cursor: Cursor, limit: Limit }),
  answers: { 200: { description: "A part of the requests", schema: partOf(CoverRequestAnswer, "CoverRequestList") } },
});

export const askForCoverCall = defineCall({
  id: "askForCover",
  method: "POST",
  path: "/rotations/{slug}/cover-requests",
  tag: "Rotations",
  summary: "Ask who takes a span",
  description:
    "For the caller, unless a lead or manager names the `person`, who stays on watch until somebody claims it. It is clipped to what that person holds of the span.",
  params: rotationParams,
  body: AskForCoverInput.omit({ rotation: true }),
  example: { from: "2026-03-02T18:00:00Z", to: "2026-03-03T08:00:00Z", reason: "The children are ill" },
  answers: { 201: request },
  problems: [409],
});

export const claimCoverCall = defineCall({
  id: "claimCover",
  method: "POST",
  path: "/cover-requests/{id}/claim",
  tag: "Rotations",
  summary: "Take what a request asks for",
  description:
    "The first claim wins; for every other it is a conflict. It takes what the person who asks still holds. A body is needed only where a lead or manager names who takes it. Needs a session or a personal token.",
  params,
  body: ClaimInput.omit({ request: true }),
  isBodyOptional: true,
  answers: { 200: { ...request, description: "The request, claimed" } },
  problems: [409],
});

export const withdrawCoverCall = defineCall({
  id: "withdrawCover",
  method: "DELETE",
  path: "/cover-requests/{id}",
  tag: "Rotations",
  summary: "Withdraw a request that nobody has claimed",
  params,
  answers: { 204: { description: "It is withdrawn" } },
  problems: [409],
});

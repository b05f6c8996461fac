import { z } from "zod";
import { type AnswerDescription, defineCall } from "#lib/api/call";
import { Cursor, Instant, Limit, partOf, SlugText } from "#lib/api/shared";
import { Slug } from "#lib/fields";
import { OneSignature, PutSignatureInput, SignatureSlug } from "#lib/signatures/inputs";

const readOnly = {
  slug: SlugText("redis-is-down"),
  service: SlugText("checkout"),
  author: z.string().meta({ description: "Who wrote it last: an e-mail address, or the name of a token" }),
  createdAt: Instant,
  changedAt: Instant,
  retiredAt: Instant.nullable(),
};

export const SignatureAnswer = z
  .object({
    pattern: z.string().meta({ description: "Phrases, one a line; `*` is any run of characters of a line" }),
    labels: z
      .record(z.string(), z.string())
      .meta({ description: "Labels that an alert has to carry, with these values" }),
    meaning: z.string().meta({ example: "Redis refuses connections" }),
    cause: z.string(),
    confirm: z.string().meta({ description: "How to confirm it" }),
    firstStep: z.string(),
    runbook: z.string().nullable().meta({
      description: "The slug of a runbook of the service, with `#` and a step",
      example: "redis-down#mitigation-2",
    }),
    ...readOnly,
  })
  .meta({ id: "Signature" });

const signature: AnswerDescription = { description: "The signature", schema: SignatureAnswer };
const ofService = z.object({ slug: Slug.meta({ example: "checkout" }) });
const params = ofService.extend({ signature: OneSignature.shape.signature.meta({ example: "redis-is-down" }) });

export const listSignaturesCall = defineCall({
  id: "listSignatures",
  method: "GET",
  path: "/services/{slug}/signatures",
  tag: "Signatures",
  summary: "The living signatures of a service, by what they mean",
  params: ofService,
  query: z.object({ cursor: Cursor, limit: Limit }),
  answers: { 200: { description: "A part of the signatures", schema: partOf(SignatureAnswer, "SignatureList") } },
});

export const findSignatureCall = defineCall({
  id: "findSignature",
  method: "GET",
  path: "/services/{slug}/signatures/{signature}",
  tag: "Signatures",
  summary: "One signature",
  params,
  answers: { 200: signature },
});

export const putSignatureCall = defineCall({
  id: "putSignature",
  method: "PUT",
  path: "/services/{slug}/signatures/{signature}",
  tag: "Signatures",
  summary: "Write a signature, or make it what the body says",
  description:
    "All phrases of the pattern have to occur in a text, in any order; each holds a word of at least three letters. `labels` and `runbook` keep their values when left out. A retired signature comes back. Fields that only an answer has are passed over.",
  params: params.extend({ signature: SignatureSlug.meta({ example: "redis-is-down" }) }),
  body: PutSignatureInput,
  ignores: Object.keys(readOnly),
  example: {
    pattern: "Connection to * refused\nJedisConnectionException",
    labels: { severity: "critical" },
    meaning: "Redis refuses connections",
    cause: "Its memory is full, or a failover is under way.",
    confirm: "redis-cli ping answers LOADING or nothing.",
    firstStep: "Look at the failover board; wait two minutes before restarting anything.",
  },
  answers: { 200: signature, 201: { ...signature, description: "The signature, written" } },
  problems: [409],
});

export const retireSignatureCall = defineCall({
  id: "retireSignature",
  method: "DELETE",
  path: "/services/{slug}/signatures/{signature}",
  tag: "Signatures",
  summary: "Retire a signature",
  description: "It matches no more; PUT brings it back.",
  params,
  answers: { 204: { description: "It is retired" } },
});

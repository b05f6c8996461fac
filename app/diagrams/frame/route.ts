import { randomBytes } from "node:crypto";
import { frameDocument, framePolicy } from "#lib/documents/markdown/diagram-frame";

/** The frame in which one diagram is drawn. It belongs to no origin and reaches nothing. */
export function GET(): Response {
  const nonce = randomBytes(16).toString("base64");
  return new Response(frameDocument(nonce), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": framePolicy(nonce),
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });
}

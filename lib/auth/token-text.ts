import { createHash, randomBytes } from "node:crypto";

const prefix = "wb_";

/** A new API token: 256 random bits behind a prefix by which secret scanners and people know it. */
export function newTokenText(): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** What is stored of a token. It has as many random bits as the hash, so there is nothing to salt or to stretch. */
export function tokenHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The first characters, by which its owner tells it from others. */
export function tokenHint(text: string): string {
  return text.slice(0, prefix.length + 4);
}

export function looksLikeToken(text: string): boolean {
  return text.startsWith(prefix);
}

import { createHash, createHmac } from "node:crypto";

/** For how long a code that was sent verifies a method. */
export const codeMinutes = 15;

/**
 * The six figures that verify a method until `codeUntil`. They are computed from the secret of this installation where
 * a message is sent or shown, so that no row holds them.
 */
export function verificationCode(methodId: string, codeUntil: Temporal.Instant, secret: string): string {
  const text = `contact-method\n${methodId}\n${codeUntil.epochMilliseconds}`;
  const digest = createHmac("sha256", secret).update(text).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

export const codeHash = (code: string) => createHash("sha256").update(code).digest("hex");

import { createHash, randomBytes } from "node:crypto";

/** A new routing key: 32 characters, as PagerDuty's senders expect them, of 128 random bits. */
export const newIntakeKey = (): string => randomBytes(16).toString("hex");

/** What is stored of a key: it has as many random bits as can be guessed at, so there is nothing to salt. */
export const intakeKeyHash = (key: string): string => createHash("sha256").update(key).digest("hex");

/** The first characters, by which its owner tells it from others. */
export const intakeKeyHint = (key: string): string => key.slice(0, 4);

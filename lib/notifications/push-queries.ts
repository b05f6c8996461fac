import "server-only";
import { randomBytes } from "node:crypto";
import { pushKeys } from "#lib/notifications/push-keys";

/** The key that a browser needs to take pushes; asked for only where one is about to be added. */
export const pushPublicKey = async (kind: string | undefined): Promise<string> =>
  kind === "web-push" ? (await pushKeys()).publicKey : "";

/** A topic that nobody guesses. */
export const newTopic = (): string => `watchbill-${randomBytes(9).toString("base64url").replaceAll(/[-_]/g, "x")}`;

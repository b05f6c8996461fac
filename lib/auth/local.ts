import "server-only";
import { timingSafeEqual } from "node:crypto";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { tokenHash } from "#lib/auth/token-text";
import { Unauthenticated } from "#lib/errors";
import { localSecret } from "#lib/running-server";

/** Whoever holds the embedded data folder: a command that goes through this server with its local secret. Throws Unauthenticated. */
export function localViewer(request: Request): Viewer {
  const [, secret] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (!secret || !isSecret(secret, localSecret())) throw new Unauthenticated();
  return systemViewer("Command line");
}

/** Compares hashes, of equal length whatever was sent, so that the time it takes tells nothing. */
export function isSecret(given: string, secret: string | undefined): boolean {
  return secret !== undefined && timingSafeEqual(Buffer.from(tokenHash(given)), Buffer.from(tokenHash(secret)));
}

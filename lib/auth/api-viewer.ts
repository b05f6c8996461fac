import "server-only";
import { after } from "next/server";
import { inTransaction } from "#db/client";
import { isSecret } from "#lib/auth/local";
import { ownOrigin } from "#lib/auth/origin";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { readSession, sessionCookie } from "#lib/auth/sessions";
import { looksLikeToken, tokenHash } from "#lib/auth/token-text";
import { findPersonViewer, findTokenViewer, recordTokenUse, serviceViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { environment } from "#lib/env";
import { Forbidden, Unauthenticated } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { localSecret } from "#lib/running-server";

/** Whoever the token with this hash speaks for, or undefined when it is good for nothing. */
export type Seek = (hash: string) => Promise<Viewer | undefined>;

/** Finds them, and lets `later` note that the token was used. */
export const seekToken =
  (later: (work: () => Promise<void>) => void): Seek =>
  async (hash) => {
    const at = now();
    const found = await findTokenViewer(hash, at);
    if (found?.isUseDue) later(() => recordTokenUse(found.tokenId, at));
    return found?.viewer;
  };

/**
 * Who calls a route handler: by API token, by the secret of the embedded data folder, or by session, which may
 * write only from a page of this server. Throws Unauthenticated and, for a write from elsewhere, Forbidden.
 */
export async function apiViewer(request: Request, seek: Seek = seekToken(after)): Promise<Viewer> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    return tokenViewer(token ?? "", request, seek);
  }
  const viewer = await viewerOfSession(cookieOf(request, sessionCookie().name));
  if (!viewer) throw new Unauthenticated();
  if (!isRead(request) && request.headers.get("origin") !== ownOrigin(request.headers)) {
    throw new Forbidden("A browser session may change things only from a page of this server.");
  }
  return viewer;
}

/** Whoever an API token speaks for, wherever in the request it stood. Throws Unauthenticated. */
export async function tokenViewer(text: string, request: Request, seek: Seek = seekToken(after)): Promise<Viewer> {
  if (looksLikeToken(text)) {
    const viewer = await seek(tokenHash(text));
    if (!viewer) throw new Unauthenticated();
    return viewer;
  }
  if (isSecret(text, localSecret())) return systemViewer("Command line");
  if (isSecret(text, environment().WATCHBILL_BOOTSTRAP_TOKEN)) return bootstrapViewer(request, now());
  throw new Unauthenticated();
}

async function bootstrapViewer(request: Request, at: Temporal.Instant): Promise<Viewer> {
  const viewer = serviceViewer("Bootstrap token", "admin");
  const call = `${request.method} ${new URL(request.url).pathname}`;
  await inTransaction((tx) => recordEvent(tx, viewer, at, { kind: "bootstrap-token.used", about: [], call }));
  return viewer;
}

/** The person of the session in `cookie`, or undefined when there is none or it is over. */
export async function viewerOfSession(cookie: string | undefined): Promise<Viewer | undefined> {
  const session = await readSession(cookie);
  return session && findPersonViewer(session.personId, session.beganAt, now());
}

function cookieOf(request: Request, name: string): string | undefined {
  const found = request.headers
    .get("cookie")
    ?.split(/; */)
    .find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

const isRead = (request: Request) => request.method === "GET" || request.method === "HEAD";

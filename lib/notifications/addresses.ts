import "server-only";
import { environment } from "#lib/env";

/** Where links of messages lead: the origin of AUTH_URL, or this machine where only it is served. */
export function messageOrigin(): string {
  const { AUTH_URL, PORT } = environment();
  return AUTH_URL ? new URL(AUTH_URL).origin : `http://localhost:${PORT}`;
}

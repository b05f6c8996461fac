import "server-only";
import { environment } from "#lib/env";

/** The origin under which people use this server: that of AUTH_URL, in demo mode the address that was asked for. */
export function ownOrigin(headers: Headers): string {
  const { AUTH_URL } = environment();
  return AUTH_URL ? new URL(AUTH_URL).origin : `http://${headers.get("host")}`;
}

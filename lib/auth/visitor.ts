import "server-only";
import { visitorAddress } from "#lib/auth/visitor-address";
import { peerHeader } from "#lib/running-server";

/** The address of whoever sent a request with these headers. */
export function addressOf(headers: Headers): string {
  return visitorAddress(headers.get(peerHeader), headers.get("x-forwarded-for"));
}

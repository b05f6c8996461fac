import "server-only";
import { messageOrigin } from "#lib/notifications/addresses";

/**
 * Where an alert is opened: for `personId` with a link of their own that needs no sign-in, for a channel that others
 * read too (null) without.
 */
export async function alertUrl(alertId: string, _personId: string | null, _at: Temporal.Instant): Promise<string> {
  return `${messageOrigin()}/alerts/${alertId}`;
}

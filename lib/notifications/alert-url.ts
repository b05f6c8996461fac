import "server-only";
import { capabilityFor } from "#lib/auth/capability";
import { messageOrigin } from "#lib/notifications/addresses";

/**
 * Where an alert is opened: for `personId` by a link of their own that needs no sign-in, for a channel that others read
 * too (null) without.
 */
export async function alertUrl(alertId: string, personId: string | null, at: Temporal.Instant): Promise<string> {
  const url = `${messageOrigin()}/alerts/${alertId}`;
  return personId ? `${url}?key=${await capabilityFor(personId, alertId, at)}` : url;
}

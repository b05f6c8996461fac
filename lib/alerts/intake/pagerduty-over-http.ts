import "server-only";
import { findByIntakeKey, recordKeyUse } from "#lib/alerts/intake/intake-queries";
import { acceptAlerts } from "#lib/alerts/intake/over-http";
import { PagerdutyEvent, readPagerduty } from "#lib/alerts/intake/pagerduty";
import { json } from "#lib/api";
import { problemAnswer } from "#lib/api/problem";
import { inPassing, refuseStrangerToDemo, takeJson } from "#lib/api/taking";
import { now } from "#lib/clock";
import { Invalid, TooLarge } from "#lib/errors";
import { sharingLooks } from "#lib/shared-looks";

/** Answers an event as PagerDuty's Events API does: its senders know only its shapes. */
export async function enqueuePagerduty(request: Request): Promise<Response> {
  try {
    refuseStrangerToDemo(request);
    const { body, bytes } = await takeJson(request);
    const event = PagerdutyEvent.safeParse(body);
    if (!event.success) return invalid(event.error.issues.map(({ message }) => message));
    const serviceId = await seekService(event.data.routing_key);
    if (!serviceId) return invalid(["'routing_key' is not a key of this server"]);
    const delivery = readPagerduty(event.data, serviceId);
    await acceptAlerts([delivery], bytes);
    return json({ status: "success", message: "Event processed", dedup_key: delivery.dedupKey }, 202);
  } catch (error) {
    if (error instanceof Invalid) return invalid([error.message]);
    if (error instanceof TooLarge) return invalid([error.message], error.status);
    return problemAnswer(error);
  }
}

/** The service to which a routing key leads; that the key was used is noted. */
const seekService = sharingLooks(async (routingKey: string) => {
  const at = now();
  const key = await findByIntakeKey(routingKey, at);
  if (key?.isUseDue) inPassing(() => recordKeyUse(key.keyId, at));
  return key?.serviceId;
});

function invalid(errors: string[], status = 400): Response {
  return json({ status: "invalid event", message: "Event object is invalid", errors }, status);
}

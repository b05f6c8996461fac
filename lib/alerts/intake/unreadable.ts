import type { Delivery } from "#lib/alerts/intake/delivery";
import { digestOf, fitter } from "#lib/alerts/intake/fit";

/** What makes no sense is kept as it came, of nobody's service, so that somebody looks at it. */
export function unreadable(origin: string, sender: string, element: unknown): Delivery {
  const fit = fitter();
  fit.say(`${sender} sent this, and it could not be read as an alert.`);
  const details = fit.details(element);
  const fingerprint = digestOf(element);
  return {
    ...{ origin, dedupKey: `unreadable:${fingerprint.slice(0, 32)}`, status: "firing", fingerprint },
    ...{ serviceSaid: null, rule: "Unreadable", severity: "error", customerImpact: null, labels: {}, links: [] },
    ...{ summary: `Something that ${sender} sent could not be read`, details, startsAt: null, endsAt: null },
    note: fit.note(),
  };
}

import { z } from "zod";
import type { Delivery } from "#lib/alerts/intake/delivery";
import { digestOf, fitter, instantOf, isRecord } from "#lib/alerts/intake/fit";
import { impactOf } from "#lib/alerts/intake/impact";
import { severityOf } from "#lib/alerts/severity";

const statuses = { trigger: "firing", acknowledge: "acknowledged", resolve: "resolved" } as const;
type EventAction = keyof typeof statuses;

const filled = (what: string) => z.string(`'${what}' is missing or blank`).regex(/\S/, `'${what}' is missing or blank`);
const anything = z.unknown().optional();

/** An event of the PagerDuty Events API, version 2, as far as it has to be right for us to know what it means. */
export const PagerdutyEvent = z
  .looseObject({
    routing_key: filled("routing_key"),
    event_action: z.enum(
      Object.keys(statuses) as [EventAction, ...EventAction[]],
      "'event_action' has to be trigger, acknowledge or resolve",
    ),
    dedup_key: z.union([z.string(), z.number()]).nullish().catch(null),
    payload: z.looseObject({ summary: anything }).nullish().catch(null),
    links: anything,
    images: anything,
    client: anything,
    client_url: anything,
  })
  .superRefine(({ event_action, dedup_key, payload }, context) => {
    const missing =
      event_action === "trigger" ? !isSaid(payload?.summary) && "payload.summary" : !isSaid(dedup_key) && "dedup_key";
    if (missing) context.addIssue({ code: "custom", message: `'${missing}' is missing or blank` });
  });
export type PagerdutyEvent = z.output<typeof PagerdutyEvent>;

const isSaid = (value: unknown) => value !== null && value !== undefined && /\S/.test(String(value));

/** What an event says, of the service to which its key leads. */
export function readPagerduty(event: PagerdutyEvent, serviceId: string): Delivery {
  const fit = fitter();
  const payload = event.payload ?? {};
  const { source, component, group, custom_details, timestamp, severity } = payload;
  const summary = fit.text(payload.summary, 1_024, "summary");
  const custom = isRecord(custom_details) ? custom_details : {};
  // Without a key of its own the same event again is the same alert: it may be a second try.
  const own = [source, summary].filter(isSaid).join(": ");
  const dedupKey = fit.name(event.dedup_key, 255, "dedup key") ?? fit.name(own, 255, "dedup key") ?? "event";
  const rule = fit.name(payload.class, 200, "class") ?? fit.name(dedupKey, 200, "name of the rule") ?? dedupKey;
  const said = { source, component, group, class: payload.class };
  const { client, client_url } = event;
  return {
    ...{ origin: `pagerduty:${serviceId}`, dedupKey, status: statuses[event.event_action], serviceId },
    ...{ serviceSaid: null, rule, severity: severityOf(severity), summary: summary ?? rule },
    ...impactOf(fit.text(custom.customer_impact, 500, "impact on customers")),
    labels: fit.labels(Object.fromEntries(Object.entries(said).filter(([, value]) => isSaid(value)))),
    details: fit.details({ ...(custom_details ? { custom_details } : {}), ...(client ? { client } : {}) }),
    links: fit.links(linksOf(event, custom.runbook_url).concat({ title: client ?? "Sender", url: client_url })),
    startsAt: instantOf(timestamp),
    endsAt: null,
    note: fit.note(),
    fingerprint: digestOf({ ...event, routing_key: "" }),
  };
}

function linksOf({ links, images }: PagerdutyEvent, runbook: unknown): { title: unknown; url: unknown }[] {
  const listed = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
  return [
    { title: "Runbook", url: runbook },
    ...listed(links).map(({ href, text }) => ({ title: text ?? "Link", url: href })),
    ...listed(images).map(({ href, src, alt }) => ({ title: alt ?? "Picture", url: href ?? src })),
  ];
}

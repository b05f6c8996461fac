import { z } from "zod";
import type { Delivery } from "#lib/alerts/intake/delivery";
import { digestOf, type Fitter, fitter, instantOf, isRecord } from "#lib/alerts/intake/fit";
import { impactOf } from "#lib/alerts/intake/impact";
import { unreadable } from "#lib/alerts/intake/unreadable";
import { severityOf } from "#lib/alerts/severity";

const anything = z.unknown().optional();
const some = z.record(z.string(), z.unknown());

/** The webhook of Prometheus Alertmanager, version 4, and of Grafana: one element of `alerts` is one alert. */
export const AlertmanagerBody = z.looseObject({
  version: anything,
  status: anything,
  alerts: z.array(z.unknown()),
  externalURL: anything,
  truncatedAlerts: anything,
});
type Body = z.output<typeof AlertmanagerBody>;

const Element = z
  .looseObject({ labels: some.optional().catch(undefined), annotations: some.optional().catch(undefined) })
  .refine(({ labels, annotations }) => Object.keys({ ...labels, ...annotations }).length > 0);
type Element = z.output<typeof Element>;

const origin = "alertmanager";

/**
 * What a body of the webhook says, in order. Each element stands by itself, by its `fingerprint`; one that makes no
 * sense is kept as it came, and so is a body that has no list of alerts.
 */
export function readAlertmanager(body: unknown): Delivery[] {
  const read = AlertmanagerBody.safeParse(body);
  if (!read.success) return [unreadable(origin, "Alertmanager", body)];
  return read.data.alerts.map((element) => {
    const parsed = Element.safeParse(element);
    return parsed.success ? readElement(parsed.data, read.data) : unreadable(origin, senderOf(read.data), element);
  });
}

function readElement(element: Element, body: Body): Delivery {
  const fit = fitter();
  const { labels: given = {}, annotations = {}, fingerprint, startsAt, endsAt } = element;
  const dedupKey = fit.name(fingerprint, 255, "fingerprint") ?? digestOf(sorted(given)).slice(0, 32);
  const rule = fit.name(given.alertname, 200, "name of the rule") ?? dedupKey;
  const description = annotations.description ?? annotations.details;
  const said = annotations.summary ?? annotations.title ?? annotations.message ?? description;
  const status = statusOf(element.status, body.status, fit);
  tellOfTruncated(body.truncatedAlerts, fit);
  return {
    ...{ origin, dedupKey, status, rule },
    serviceSaid: fit.name(given.service, 200, "name of the service") ?? fit.name(given.job, 200, "name of the job"),
    alsoSaid: given.service === undefined ? null : fit.name(given.job, 200, "name of the job"),
    severity: severityOf(given.severity),
    summary: fit.text(said, 1_000, "summary") ?? rule,
    ...impactOf(fit.text(annotations.customer_impact ?? given.customer_impact, 500, "impact on customers")),
    labels: fit.labels(given),
    details: fit.details(detailsOf(element)),
    links: fit.links(linksOf(element, body)),
    startsAt: instantOf(startsAt),
    endsAt: instantOf(endsAt),
    note: fit.note(),
    fingerprint: digestOf(element),
    by: { personId: null, name: senderOf(body) },
  };
}

function statusOf(said: unknown, ofBody: unknown, fit: Fitter): Delivery["status"] {
  const known = said ?? ofBody ?? "firing";
  if (known === "firing" || known === "resolved") return known;
  fit.say(`Its sender gave it a status that is unknown here (${fit.text(known, 60, "status") ?? "no text"}).`);
  return "firing";
}

function tellOfTruncated(count: unknown, fit: Fitter): void {
  if (typeof count !== "number" || !(count > 0)) return;
  fit.say(`Its sender left out ${count} more of the same group.`);
}

/** What is not shown elsewhere: the annotations, and what Grafana measured. */
function detailsOf({ annotations, values, valueString }: Element): unknown {
  const measured = { ...(isRecord(values) ? { values } : {}), ...(valueString ? { valueString } : {}) };
  return { annotations: annotations ?? {}, ...measured };
}

function linksOf(element: Element, body: Body) {
  const { annotations = {} } = element;
  return [
    { title: "Runbook", url: annotations.runbook_url },
    { title: "Runbook", url: annotations.runbook },
    { title: "Dashboard", url: annotations.dashboard_url ?? element.dashboardURL },
    { title: "Panel", url: element.panelURL },
    { title: "Where it is measured", url: element.generatorURL },
    { title: "Silence it", url: element.silenceURL },
    { title: senderOf(body), url: body.externalURL },
  ];
}

const senderOf = (body: Body) => ("orgId" in body ? "Grafana" : "Alertmanager");

const sorted = (labels: object) => Object.entries(labels).toSorted(([one], [other]) => (one < other ? -1 : 1));

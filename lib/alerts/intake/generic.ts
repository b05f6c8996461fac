import { z } from "zod";
import type { Delivery } from "#lib/alerts/intake/delivery";
import { digestOf, fitter, isRecord } from "#lib/alerts/intake/fit";
import { impactOf } from "#lib/alerts/intake/impact";
import { severityOf } from "#lib/alerts/severity";
import { Invalid } from "#lib/errors";

const filled = (says: string) => z.string(says).regex(/\S/, says);
const told = (description: string, example?: unknown) => ({
  description,
  ...(example === undefined ? {} : { example }),
});

/** An alert as a program of one's own raises it. What is too long is cut with a note, never refused. */
export const RaiseAlertInput = z.object({
  service: filled("Name the service.").meta(told("The slug of the service, or a name that leads to it", "checkout")),
  summary: filled("Say in one line what is wrong.").meta(
    told("What is wrong, in one line", "Half of all payments fail"),
  ),
  rule: z
    .string()
    .nullish()
    .meta(told("The alert rule; else the label `alertname`, else the dedup key", "PaymentsFail")),
  dedupKey: z
    .string()
    .nullish()
    .meta(told("What is the same while it is open; else the rule, the summary and the labels")),
  severity: z
    .string()
    .nullish()
    .meta(
      told(
        "critical, error, warning or info; the words that monitoring systems use are understood, and what is unknown counts as error",
        "critical",
      ),
    ),
  customerImpact: z.string().nullish().meta(told("What the customer sees", "Customers cannot pay.")),
  labels: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
  details: z.unknown().optional().meta(told("Anything else that whoever is paged should see")),
  links: z.array(z.object({ title: z.string().optional(), url: z.string() })).nullish(),
});
export type RaiseAlertInput = z.output<typeof RaiseAlertInput>;

/** What the body of such a call says. Throws Invalid where nobody could know what it means. */
export function readGenericBody(body: unknown): Delivery {
  if (!isRecord(body)) throw new Invalid("The body has to be a JSON object.");
  const parsed = RaiseAlertInput.safeParse(body);
  if (!parsed.success)
    throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
  return readGeneric(
    parsed.data,
    Object.keys(body).filter((field) => !(field in RaiseAlertInput.shape)),
  );
}

/** What such a call says; `others` are fields that it does not know, which are told in the note. */
export function readGeneric(input: RaiseAlertInput, others: readonly string[] = []): Delivery {
  const fit = fitter();
  const { service, details } = input;
  const summary = fit.text(input.summary, 1_000, "summary") ?? "Nothing was said";
  const labels = fit.labels(input.labels);
  const named = fit.name(input.rule, 200, "name of the rule") ?? fit.name(labels.alertname, 200, "name of the rule");
  const dedupKey =
    fit.name(input.dedupKey, 255, "dedup key") ?? fit.name(keyOf(named, summary, labels), 255, "dedup key");
  const rule = named ?? fit.name(dedupKey, 200, "name of the rule");
  if (others.length > 0)
    fit.say(`Fields that are unknown here were left out: ${others.slice(0, 10).join(", ").slice(0, 200)}.`);
  return {
    ...{ origin: "api", dedupKey: dedupKey ?? summary, status: "firing", rule: rule ?? summary },
    serviceSaid: fit.name(service, 200, "name of the service"),
    ...{ severity: severityOf(input.severity), summary, labels },
    ...impactOf(fit.text(input.customerImpact, 500, "impact on customers")),
    details: fit.details(details),
    links: fit.links((input.links ?? []).map(({ title, url }) => ({ title: title ?? "Link", url }))),
    ...{ startsAt: null, endsAt: null, note: fit.note() },
    fingerprint: digestOf(input),
  };
}

function keyOf(rule: string | null, summary: string, labels: Record<string, string>): string {
  const said = rule && rule !== summary ? `${rule}: ${summary}` : summary;
  return Object.keys(labels).length > 0 ? `${said} (${digestOf(labels).slice(0, 16)})` : said;
}

import { z } from "zod";
import { AlertmanagerBody } from "#lib/alerts/intake/alertmanager";
import { RaiseAlertInput } from "#lib/alerts/intake/generic";
import { SaidName } from "#lib/alerts/intake/intake-inputs";
import { PagerdutyEvent } from "#lib/alerts/intake/pagerduty";
import { defineCall } from "#lib/api/call";
import { Instant, SlugText } from "#lib/api/shared";
import { Slug } from "#lib/fields";

const statuses = ["opened", "repeated", "resolved", "acknowledged", "ignored"] as const;
const id = z.uuid().meta({ description: "The alert" });

const tolerance =
  "2xx means that it is stored. Only what is no JSON, too large (8 MiB) or not authenticated is refused; what is too long is cut with a note, and what makes no sense is kept as it came. Overload answers 503 with `Retry-After`, never 429. The same again changes nothing.";

const token = z.string().optional().meta({ description: "The token, for senders that can set no header" });

export const raiseAlertCall = defineCall({
  id: "raiseAlert",
  method: "POST",
  path: "/alerts",
  tag: "Alerts",
  summary: "Raise an alert",
  description: `For programs of one's own. An alert of an unknown service is kept and pages ops. ${tolerance}`,
  body: RaiseAlertInput,
  example: {
    ...{ service: "checkout", summary: "Half of all payments fail", rule: "PaymentsFail", severity: "critical" },
    ...{ customerImpact: "Customers cannot pay.", labels: { zone: "eu-1" } },
  },
  answers: {
    202: {
      description: "It is stored",
      schema: z
        .object({
          alert: id,
          status: z.enum(["opened", "repeated"]).meta({ description: "`repeated`: it was open already" }),
        })
        .meta({ id: "RaisedAlert" }),
    },
  },
  problems: [413, 422],
  isIntake: true,
});

export const alertmanagerCall = defineCall({
  id: "receiveAlertmanager",
  method: "POST",
  path: "/intake/alertmanager",
  tag: "Intake",
  summary: "The webhook of Prometheus Alertmanager, version 4, and of Grafana",
  description: `Each element of \`alerts\` is judged by itself, by its \`fingerprint\`. Its service is the label \`service\`, else \`job\`, by slug or by a name that an administrator has mapped. ${tolerance}`,
  query: z.object({ token }),
  body: AlertmanagerBody,
  example: {
    ...{ version: "4", status: "firing" },
    alerts: [
      {
        ...{ status: "firing", fingerprint: "7ac25e9f04d1b863", startsAt: "2026-03-14T04:22:57.034Z" },
        labels: { alertname: "CheckoutErrorRateHigh", service: "checkout", severity: "critical" },
        annotations: { summary: "More than 5% of checkout requests fail.", customer_impact: "Customers cannot pay." },
      },
    ],
  },
  answers: {
    202: {
      description: "All of it is stored",
      schema: z
        .object({
          alerts: z
            .array(z.object({ alert: id.nullable(), status: z.enum(statuses) }).meta({ id: "ReceivedAlert" }))
            .meta({ description: "What came of each element, in order" }),
        })
        .meta({ id: "ReceivedAlerts" }),
    },
  },
  problems: [413, 422],
  isIntake: true,
});

export const pagerdutyCall = defineCall({
  id: "receivePagerduty",
  method: "POST",
  path: "/intake/pagerduty/v2/enqueue",
  tag: "Intake",
  summary: "The PagerDuty Events API, version 2",
  description:
    "`routing_key` is an intake key of a service, and all that is needed. An event that is none, and a key that is unknown, get 400 in PagerDuty's own shape. Trigger after resolve opens a new alert; acknowledge or resolve with nothing open does nothing.",
  body: PagerdutyEvent,
  example: {
    ...{ routing_key: "EXAMPLEROUTINGKEY000000000000001", event_action: "trigger", dedup_key: "petstore/errors" },
    payload: { summary: "petstore answers with errors", source: "petstore.example.com", severity: "error" },
  },
  answers: {
    202: {
      description: "It is stored",
      schema: z
        .object({ status: z.literal("success"), message: z.string(), dedup_key: z.string() })
        .meta({ id: "PagerdutyAnswer" }),
    },
  },
  problems: [413],
  isIntake: true,
});

export const makeIntakeKeyCall = defineCall({
  id: "makeIntakeKey",
  method: "POST",
  path: "/services/{slug}/intake-keys",
  tag: "Intake",
  summary: "Make a routing key for PagerDuty senders of a service",
  description: "The key is shown this once. For members of the service's teams.",
  params: z.object({ slug: Slug.meta({ example: "checkout" }) }),
  body: z.object({}),
  isBodyOptional: true,
  answers: {
    201: {
      description: "The key",
      schema: z
        .object({
          id: z.uuid(),
          service: SlugText("checkout"),
          key: z.string().meta({ description: "32 characters", example: "4f0c2a1b9d8e7f6a5b4c3d2e1f0a9b8c" }),
          hint: z.string().meta({ description: "Its first characters, to tell keys apart" }),
          createdAt: Instant,
        })
        .meta({ id: "IntakeKey" }),
    },
  },
  problems: [409],
});

export const revokeIntakeKeyCall = defineCall({
  id: "revokeIntakeKey",
  method: "DELETE",
  path: "/services/{slug}/intake-keys/{id}",
  tag: "Intake",
  summary: "Revoke a routing key",
  params: z.object({ slug: Slug.meta({ example: "checkout" }), id: z.uuid() }),
  answers: { 204: { description: "It is good for nothing any more" } },
});

const name = SaidName.meta({ description: "What senders call the service, in any case", example: "legacy-shop" });

export const setIntakeNameCall = defineCall({
  id: "setIntakeName",
  method: "PUT",
  path: "/intake-names/{name}",
  tag: "Intake",
  summary: "Say which service it is that senders call so",
  description: "A slug counts before a name that was mapped. Scope `admin`.",
  params: z.object({ name }),
  body: z.object({ service: Slug.meta({ example: "checkout" }) }),
  example: { service: "checkout" },
  answers: { 204: { description: "It is so" } },
});

export const removeIntakeNameCall = defineCall({
  id: "removeIntakeName",
  method: "DELETE",
  path: "/intake-names/{name}",
  tag: "Intake",
  summary: "Forget what senders call a service",
  params: z.object({ name }),
  answers: { 204: { description: "It is forgotten" } },
});

export const listIntakeNamesCall = defineCall({
  id: "listIntakeNames",
  method: "GET",
  path: "/intake-names",
  tag: "Intake",
  summary: "What senders call services where that is not their slug",
  answers: {
    200: {
      description: "All of them, by name",
      schema: z.object({
        items: z.array(z.object({ name: z.string(), service: SlugText("checkout") }).meta({ id: "IntakeName" })),
      }),
    },
  },
});

export const intakeCalls = [
  ...[raiseAlertCall, alertmanagerCall, pagerdutyCall, makeIntakeKeyCall, revokeIntakeKeyCall],
  ...[listIntakeNamesCall, setIntakeNameCall, removeIntakeNameCall],
];

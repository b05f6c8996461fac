import { z } from "zod";
import { AlertFilter } from "#lib/alerts/filter";
import { BringInBody, HandOverInput, NoteInput, PageOpsInput, ReopenInput, ResolveInput } from "#lib/alerts/inputs";
import { alertStatuses } from "#lib/alerts/views";
import { defineCall } from "#lib/api/call";
import { Cursor, Instant, Limit, partOf, SlugText } from "#lib/api/shared";
import { PersonEmail } from "#lib/api/watch-shapes";

const Gate = z
  .object({
    decision: z.enum(["page", "hold"]),
    reason: z.string().meta({ description: "Why", example: "customer-impact" }),
    releasesAt: Instant.nullable().meta({ description: "When a held one is brought to its team" }),
  })
  .meta({ id: "Gate", description: "Whether it pages by itself" });

const item = {
  id: z.uuid(),
  service: SlugText("checkout").nullable().meta({ description: "Null: unrouted" }),
  serviceSaid: z.string().nullable().meta({ description: "What its sender calls the service" }),
  team: SlugText("shop-front").nullable().meta({ description: "The service's delivery team" }),
  rule: z.string(),
  summary: z.string(),
  status: z.enum(alertStatuses),
  severity: z.enum(["critical", "error", "warning", "info"]),
  customerImpact: z.string().nullable().meta({ description: "What customers see of it" }),
  gate: Gate,
  holder: PersonEmail.nullable().meta({ description: "Who has it" }),
  occurrences: z.number().int(),
  leader: z.uuid().nullable().meta({ description: "The alert of the same storm whose page stands for this one too" }),
  joined: z.number().int().meta({ description: "For how many other open alerts its page stands" }),
  startsAt: Instant,
  openedAt: Instant,
  repeatedAt: Instant,
  acknowledgedAt: Instant.nullable(),
  resolvedAt: Instant.nullable(),
  isDrill: z.boolean().meta({ description: "Only played: it calls nobody but those who agreed to it" }),
};

const Message = z
  .object({
    method: z.string().meta({ description: "The kind of contact method; never where it leads", example: "email" }),
    status: z.enum(["waiting", "sending", "sent", "failed", "dropped"]),
    dueAt: Instant,
    sentAt: Instant.nullable(),
    attempts: z.number().int(),
    failure: z.string().nullable(),
  })
  .meta({ id: "Message" });

const Page = z
  .object({
    person: PersonEmail,
    seat: z.string().meta({ description: "In which capacity", example: "delivery" }),
    kind: z.enum(["page", "asks-again", "quiet"]),
    word: z.string().nullable(),
    at: Instant,
    answeredAt: Instant.nullable(),
    messages: z.array(Message),
  })
  .meta({ id: "Page", description: "Somebody who was asked, and the messages by which that happened" });

const Line = z
  .object({
    at: Instant,
    by: z.string(),
    kind: z.string().meta({ description: "More kinds may come", example: "acknowledged" }),
    says: z.string().meta({ description: "In words", example: "Ada Moreau acknowledged it" }),
  })
  .meta({ id: "TimelineLine" });

export const AlertListItem = z.object(item).meta({ id: "AlertListItem" });
export const AlertAnswer = z
  .object({
    ...item,
    origin: z.string().meta({ description: "The kind of sender", example: "alertmanager" }),
    labels: z.record(z.string(), z.string()),
    details: z.unknown().meta({ description: "What else came with it, as it came" }),
    links: z.array(z.object({ title: z.string(), url: z.string(), type: z.string().optional() })),
    intakeNote: z.string().nullable().meta({ description: "What was done to it to fit" }),
    handedTo: PersonEmail.nullable().meta({ description: "To whom it was handed, who has not acknowledged yet" }),
    nextStep: z
      .object({ at: Instant, seat: z.string() })
      .nullable()
      .meta({ description: "Whom the safety net asks next, and when; null where it waits for people only" }),
    deliveryPagedAt: Instant.nullable(),
    deliveryEngagedAt: Instant.nullable(),
    opsPagedAt: Instant.nullable(),
    resolvedBy: PersonEmail.nullable(),
    cause: z.string().nullable(),
    remedy: z.string().nullable(),
    pages: z.array(Page),
    timeline: z.array(Line),
  })
  .meta({ id: "Alert" });

const alert = { description: "The alert", schema: AlertAnswer };
const params = z.object({ id: z.uuid() });
const aPerson = "Needs a session or a personal token.";
const { cursor: _cursor, limit: _limit, ...filter } = AlertFilter.shape;

export const listAlertsCall = defineCall({
  id: "listAlerts",
  method: "GET",
  path: "/alerts",
  tag: "Alerts",
  summary: "The alerts, newest first",
  query: z.object({ ...filter, cursor: Cursor, limit: Limit }),
  answers: { 200: { description: "A part of the alerts", schema: partOf(AlertListItem, "AlertList") } },
});

export const findAlertCall = defineCall({
  id: "findAlert",
  method: "GET",
  path: "/alerts/{id}",
  tag: "Alerts",
  summary: "One alert, with whom it asked and what happened",
  params,
  answers: { 200: alert },
});

export const acknowledgeAlertCall = defineCall({
  id: "acknowledgeAlert",
  method: "POST",
  path: "/alerts/{id}/acknowledge",
  tag: "Alerts",
  summary: "Have it",
  description: `Nobody else is asked from then on. Whoever was brought in beside somebody who has it says that they are here, and leaves it with them. ${aPerson}`,
  params,
  body: z.object({}),
  isBodyOptional: true,
  answers: { 200: alert },
  problems: [409],
});

const paged = {
  description: "Who is being paged",
  schema: z
    .object({
      people: z.array(z.object({ email: PersonEmail, name: z.string() }).meta({ id: "PagedPerson" })),
      alert: z.uuid(),
    })
    .meta({ id: "Paged" }),
};

export const pageOpsCall = defineCall({
  id: "pageOps",
  method: "POST",
  path: "/alerts/{id}/page-ops",
  tag: "Alerts",
  summary: "Page the ops engineer on watch at once",
  description:
    "In every state but resolved; the timers stay as they are. With nobody on an ops watch it pages the lead and members of the fallback ops team.",
  params,
  body: PageOpsInput.omit({ alert: true }),
  isBodyOptional: true,
  example: { suspicion: "The cache layer is down" },
  answers: { 200: paged },
  problems: [409],
});

export const bringInCall = defineCall({
  id: "bringIn",
  method: "POST",
  path: "/alerts/{id}/bring-in",
  tag: "Alerts",
  summary: "Page somebody else: a person, or whoever stands the watch of a team",
  description: `Name a \`team\` or a \`person\`. The timers stay as they are. ${aPerson}`,
  params,
  body: BringInBody,
  example: { team: "payments", word: "Your queue is full" },
  answers: { 200: paged },
  problems: [409],
});

export const handOverCall = defineCall({
  id: "handOver",
  method: "POST",
  path: "/alerts/{id}/hand-over",
  tag: "Alerts",
  summary: "Ask somebody to take it over",
  description: `Whoever has it keeps it until they acknowledge. ${aPerson}`,
  params,
  body: HandOverInput.omit({ alert: true }),
  example: { to: "lin@harbour.example", note: "It is the cache; I restarted one node." },
  answers: { 200: alert },
  problems: [409],
});

export const noteAlertCall = defineCall({
  id: "noteAlert",
  method: "POST",
  path: "/alerts/{id}/notes",
  tag: "Alerts",
  summary: "Write a line into its timeline",
  description: aPerson,
  params,
  body: NoteInput.omit({ alert: true }),
  example: { words: "The second node answers again." },
  answers: { 200: alert },
});

export const resolveAlertCall = defineCall({
  id: "resolveAlert",
  method: "POST",
  path: "/alerts/{id}/resolve",
  tag: "Alerts",
  summary: "Say that it is over, what it was and what worked",
  params,
  body: ResolveInput.omit({ alert: true }),
  isBodyOptional: true,
  example: { cause: "An index was missing after the migration", remedy: "Rolled back to 4.12" },
  answers: { 200: alert },
  problems: [409],
});

export const reopenAlertCall = defineCall({
  id: "reopenAlert",
  method: "POST",
  path: "/alerts/{id}/reopen",
  tag: "Alerts",
  summary: "Say that it goes on",
  description: `Whoever opens it again has it. ${aPerson}`,
  params,
  body: ReopenInput.omit({ alert: true }),
  isBodyOptional: true,
  answers: { 200: alert },
  problems: [409],
});

export const alertCalls = [
  ...[listAlertsCall, findAlertCall, acknowledgeAlertCall, pageOpsCall, bringInCall],
  ...[handOverCall, noteAlertCall, resolveAlertCall, reopenAlertCall],
];

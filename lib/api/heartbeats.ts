import { z } from "zod";
import { PutHeartbeatInput } from "#lib/alerts/heartbeats/inputs";
import { defineCall } from "#lib/api/call";
import { Instant, SlugText } from "#lib/api/shared";
import { Slug } from "#lib/fields";

const readOnly = {
  slug: SlugText("nightly-backup"),
  state: z
    .enum(["waiting", "beating", "silent"])
    .meta({ description: "`waiting` for its first beat; `silent`: an alert was raised" }),
  lastBeatAt: Instant.nullable(),
  silentAt: Instant.nullable().meta({ description: "When it counts as silent unless it beats before" }),
};

export const HeartbeatAnswer = z
  .object({
    name: z.string().meta({ example: "Nightly backup" }),
    everySeconds: z.number().int().meta({ description: "How many seconds lie between two beats" }),
    graceSeconds: z.number().int().meta({ description: "How much later than that it may come" }),
    customerImpact: z.string().nullable(),
    ...readOnly,
  })
  .meta({ id: "Heartbeat" });

const ofService = z.object({ slug: Slug.meta({ example: "checkout" }) });
const params = ofService.extend({ heartbeat: Slug.meta({ example: "nightly-backup" }) });
const heartbeat = { description: "The heartbeat", schema: HeartbeatAnswer };

export const listHeartbeatsCall = defineCall({
  id: "listHeartbeats",
  method: "GET",
  path: "/services/{slug}/heartbeats",
  tag: "Intake",
  summary: "The heartbeats of a service",
  params: ofService,
  answers: { 200: { description: "All of them, by name", schema: z.object({ items: z.array(HeartbeatAnswer) }) } },
});

export const putHeartbeatCall = defineCall({
  id: "putHeartbeat",
  method: "PUT",
  path: "/services/{slug}/heartbeats/{heartbeat}",
  tag: "Intake",
  summary: "Make a heartbeat, or make it what the body says",
  description:
    "When its beats stay away, an alert is raised for the service; the next beat ends it. It is waited for from its first beat on. A field left out keeps its value.",
  params,
  body: PutHeartbeatInput.omit({ service: true, heartbeat: true }),
  ignores: Object.keys(readOnly),
  example: { name: "Nightly backup", everySeconds: 86_400, graceSeconds: 3_600 },
  answers: { 200: heartbeat, 201: { ...heartbeat, description: "The heartbeat, made" } },
  problems: [409],
});

export const retireHeartbeatCall = defineCall({
  id: "retireHeartbeat",
  method: "DELETE",
  path: "/services/{slug}/heartbeats/{heartbeat}",
  tag: "Intake",
  summary: "Listen for a heartbeat no more",
  params,
  answers: { 204: { description: "It is retired, and its alert is over" } },
});

export const beatCall = defineCall({
  id: "beat",
  method: "POST",
  path: "/services/{slug}/heartbeats/{heartbeat}/beat",
  tag: "Intake",
  summary: "Say that something is alive",
  description: "A token of scope `intake` is enough.",
  params,
  answers: { 204: { description: "It was heard" } },
  isIntake: true,
});

export const heartbeatCalls = [listHeartbeatsCall, putHeartbeatCall, retireHeartbeatCall, beatCall];

import { z } from "zod";
import { PlanMaintenanceInput } from "#lib/alerts/maintenance/inputs";
import { defineCall } from "#lib/api/call";
import { Instant } from "#lib/api/shared";
import { PersonEmail } from "#lib/api/watch-shapes";
import { Slug } from "#lib/fields";

export const MaintenanceAnswer = z
  .object({
    id: z.uuid(),
    from: Instant,
    to: Instant,
    why: z.string().nullable(),
    createdBy: PersonEmail.nullable().meta({ description: "Null: no person did" }),
    createdAt: Instant,
  })
  .meta({ id: "MaintenanceWindow" });

const params = z.object({ slug: Slug.meta({ example: "checkout" }) });

export const listMaintenanceCall = defineCall({
  id: "listMaintenance",
  method: "GET",
  path: "/services/{slug}/maintenance",
  tag: "Alerts",
  summary: "The maintenance windows of a service that are not over, in order",
  params,
  answers: { 200: { description: "The windows", schema: z.object({ items: z.array(MaintenanceAnswer) }) } },
});

export const planMaintenanceCall = defineCall({
  id: "planMaintenance",
  method: "POST",
  path: "/services/{slug}/maintenance",
  tag: "Alerts",
  summary: "Plan a maintenance window",
  description:
    "Alerts that open in it are kept and shown, and page nobody by themselves; *page ops now* works as ever. When it ends, what is still open is weighed again. `from` left out, or before now, is now; at most 31 days.",
  params,
  body: PlanMaintenanceInput.omit({ service: true }),
  example: { to: "2026-03-02T18:00:00Z", why: "The database moves" },
  answers: { 201: { description: "The window", schema: MaintenanceAnswer } },
  problems: [409],
});

export const endMaintenanceCall = defineCall({
  id: "endMaintenance",
  method: "DELETE",
  path: "/services/{slug}/maintenance/{id}",
  tag: "Alerts",
  summary: "End a maintenance window now; one that has not begun is taken back",
  params: params.extend({ id: z.uuid() }),
  answers: { 204: { description: "It is over" } },
});

export const maintenanceCalls = [listMaintenanceCall, planMaintenanceCall, endMaintenanceCall];

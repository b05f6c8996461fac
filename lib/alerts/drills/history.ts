import "server-only";
import type { EventInput } from "#lib/events";
import { named } from "#lib/services/locks";

type Concerned = { id: string; service: { id: string; slug: string; name: string } };

/** What became of a drill, as the history of its service tells it. */
export const drillEvent = (
  kind: "drill.planned" | "drill.raised" | "drill.called-off" | "drill.learnt",
  { id, service }: Concerned,
): EventInput => ({ kind, service: named(service), drill: id, about: [service.id, id] });

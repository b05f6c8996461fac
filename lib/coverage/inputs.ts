import { z } from "zod";
import { Slug } from "#lib/fields";

/** What to measure at once: one service, or all that a team delivers. */
export const MeasureInput = z.union(
  [z.object({ service: Slug }), z.object({ team: Slug })],
  "Name a service or a team.",
);
export type MeasureInput = z.output<typeof MeasureInput>;

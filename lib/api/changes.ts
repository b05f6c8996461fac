import { z } from "zod";
import { defineCall } from "#lib/api/call";
import { Instant, SlugText } from "#lib/api/shared";
import { changeKinds, RecordChangeInput } from "#lib/changes/inputs";

export const recordChangeCall = defineCall({
  id: "recordChange",
  method: "POST",
  path: "/changes",
  tag: "Changes",
  summary: "Record a deploy, a flag flip or a change of configuration",
  description:
    "Briefings show what changed lately. Without `at` it happened now; one in the future counts as now. The same again changes nothing. A token of scope `intake` is enough.",
  body: RecordChangeInput,
  example: {
    ...{ service: "checkout", kind: "deploy", summary: "checkout 4.17.0", by: "ada@harbour.example" },
    ...{ at: "2026-03-02T14:05:00Z", url: "https://ci.harbour.example/runs/817" },
  },
  answers: {
    201: {
      description: "The change",
      schema: z
        .object({
          id: z.uuid(),
          service: SlugText("checkout"),
          kind: z.enum(changeKinds),
          summary: z.string(),
          at: Instant,
          url: z.string().nullable(),
          by: z.string().nullable().meta({ description: "Who made it, in the sender's words" }),
        })
        .meta({ id: "Change" }),
    },
  },
  isIntake: true,
});

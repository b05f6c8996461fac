import { expect, test } from "vitest";
import { prefilledWorries } from "#lib/rotations/handoff-notes/handoff-prefill";

const nothing = { gaps: [], requests: [], events: [] };

test("a note begins with the gaps and requests ahead and with what changed, in the writer's zone", () => {
  const text = prefilledWorries(
    {
      gaps: [{ from: "2026-11-30T09:00:00Z", to: "2026-11-30T13:00:00Z" }],
      requests: [{ person: { name: "Ada Okafor" }, from: "2026-11-27T18:00:00Z", to: "2026-11-28T08:00:00Z" }],
      events: [
        {
          at: "2026-11-26T10:00:00Z",
          actor: { name: "Lin Wei", address: "lin@example.com" },
          kind: "service.dependency-added",
          service: { slug: "checkout", name: "Checkout" },
          needs: { slug: "tax", name: "Tax" },
          strength: "hard",
        },
      ],
    },
    "Europe/Berlin",
  );
  expect(text.split("\n")).toEqual([
    "– Nobody stands watch Mon 30 Nov, 10:00 to 14:00 (Europe/Berlin).",
    "– Ada Okafor asks for cover Fri 27 Nov, 19:00 to Sat 28 Nov, 09:00 (Europe/Berlin).",
    "– Lin Wei noted that Checkout cannot do without Tax.",
  ]);
});

test("where nothing is known, nothing is written for anybody", () => {
  expect(prefilledWorries(nothing, "UTC")).toBe("");
});

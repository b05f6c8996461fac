import { expect, test } from "vitest";
import { silentLayers } from "#lib/rotations/resolver/silence";
import type { Layer } from "#lib/rotations/rotation";

const instant = (text: string) => Temporal.Instant.from(text);
const layer = (name: string, startsAt: string): Layer => ({
  ...{ name, startsAt, timeZone: "Europe/Berlin", every: 1, unit: "week", participants: ["ada"] },
});
const version = {
  from: instant("2026-01-01T00:00Z"),
  layers: [layer("early", "2025-12-01T09:00"), layer("late", "2026-01-05T09:00"), layer("later", "2026-02-02T09:00")],
};

function silences(from: string, to: string): string[] {
  const found = silentLayers(version, { from: instant(from), to: instant(to) });
  return found.map((silence) => `${silence.layer} ${silence.from}/${silence.to}`);
}

test("a layer is silent from the version's beginning to its own first handoff, as far as the window reaches", () => {
  expect(silences("2025-12-20T00:00Z", "2026-01-20T00:00Z")).toEqual([
    "late 2026-01-01T00:00:00Z/2026-01-05T08:00:00Z",
    "later 2026-01-01T00:00:00Z/2026-01-20T00:00:00Z",
  ]);
  expect(silences("2026-01-04T00:00Z", "2026-03-01T00:00Z")).toEqual([
    "late 2026-01-04T00:00:00Z/2026-01-05T08:00:00Z",
    "later 2026-01-04T00:00:00Z/2026-02-02T08:00:00Z",
  ]);
});

test("a layer that has begun is not silent", () => {
  expect(silences("2026-03-01T00:00Z", "2026-04-01T00:00Z")).toEqual([]);
});

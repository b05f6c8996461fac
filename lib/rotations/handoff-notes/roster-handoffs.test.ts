import { expect, test } from "vitest";
import { handoffsIn } from "#lib/rotations/handoff-notes/roster-handoffs";
import type { ShiftView } from "#lib/rotations/views";

const shift = (name: string, from: string, to: string): ShiftView => ({
  from: `2026-11-${from}:00:00Z`,
  to: `2026-11-${to}:00:00Z`,
  person: { address: `${name.toLowerCase()}@example.com`, name, email: null, timeZone: null },
  source: "layer",
  layer: "weekly",
  override: null,
});
const said = (shifts: ShiftView[]) =>
  handoffsIn({ shifts }).map(({ at, outgoing, incoming }) => `${at} ${outgoing.name} ${incoming?.name ?? "nobody"}`);

test("a watch is handed over where another person holds it next, be it after a gap", () => {
  expect(
    said([shift("Ada", "02T09", "09T09"), shift("Lin", "09T09", "16T09"), shift("Marek", "17T09", "23T09")]),
  ).toEqual(["2026-11-09T09:00:00Z Ada Lin", "2026-11-16T09:00:00Z Lin Marek", "2026-11-23T09:00:00Z Marek nobody"]);
});

test("whoever goes on by an override hands nothing over", () => {
  expect(
    said([shift("Ada", "02T09", "09T09"), shift("Ada", "09T09", "10T09"), shift("Lin", "10T09", "16T09")]),
  ).toEqual(["2026-11-10T09:00:00Z Ada Lin", "2026-11-16T09:00:00Z Lin nobody"]);
});

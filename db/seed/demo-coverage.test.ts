import { expect, test, vi } from "vitest";
import { measurePast } from "#bin/start/demo-past/measure";
import { services } from "#db/schema";
import { draftDemo } from "#db/seed/demo";
import { newDraft } from "#db/seed/draft";
import { sized } from "#db/testing/runs";
import { type CheckKind, missingFor } from "#lib/coverage/checks";

vi.setConfig({ testTimeout: 300_000 });

const monday = Temporal.Instant.from("2026-11-23T03:12:00Z");
const loads = Array.from({ length: sized(7, 200) }, (_, index) => monday.add({ hours: 25 * index }));

test("on whatever day the demo is loaded, its services stand where its stories leave them", () => {
  for (const at of loads) {
    const found = foundAt(at);
    const levels = Object.fromEntries([...found].map(([slug, { level }]) => [slug, level]));
    expect(levels, `Loaded at ${at}`).toEqual({
      ...{ orders: 4, checkout: 2 },
      ...{ storefront: 1, catalog: 1, search: 1, payments: 1, refunds: 1, "session-cache": 1, identity: 1, mail: 1 },
      ...{ pricing: 0, tax: 0, promotions: 0, stock: 0, "gift-cards": 0, recommendations: 0, "image-press": 0 },
    });
    const lacks = (slug: string, level: "owned" | "reachable" | "prepared") =>
      missingFor(level, found.get(slug) ?? { met: 0, notMet: 0 });
    expect(lacks("pricing", "owned"), `Loaded at ${at}`).toEqual<CheckKind[]>(["lead"]);
    expect(lacks("stock", "owned"), `Loaded at ${at}`).toEqual<CheckKind[]>(["facts"]);
    expect(lacks("gift-cards", "owned"), `Loaded at ${at}`).toEqual<CheckKind[]>(["ops-team"]);
    expect(lacks("pricing", "reachable"), `Loaded at ${at}`).toContain("always-somebody");
    expect(lacks("storefront", "reachable"), `Loaded at ${at}`).toEqual<CheckKind[]>(["backup", "load"]);
    expect(lacks("payments", "reachable"), `Loaded at ${at}`).toEqual<CheckKind[]>(["backup", "contact-methods"]);
    expect(lacks("checkout", "prepared"), `Loaded at ${at}`).toContain("runbooks");
  }
});

function foundAt(at: Temporal.Instant) {
  const draft = newDraft();
  draftDemo(draft, at);
  const slugs = new Map(draft.all(services).map(({ id, slug }) => [id, slug]));
  const found = measurePast(draft, { shareOnWatch: 0.3 })(at);
  return new Map(found.map((one) => [slugs.get(one.serviceId) ?? "", one]));
}

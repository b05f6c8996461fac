import { expect, test } from "vitest";
import { events } from "#db/schema";
import { draftDemo } from "#db/seed/demo";
import { newDraft } from "#db/seed/draft";
import type { Happening } from "#db/seed/history";
import type { EventDetail } from "#lib/event-kinds";
import { eventWords, type Phrase } from "#lib/event-words";

/** Fails to compile where the factories write what the product does not know. */
const asProductEvent = (happening: Happening): EventDetail => happening;

test("every line of the demo's history can be read as a sentence", () => {
  const lines: { actor: string; happening: Happening }[] = [];
  const draft = newDraft();
  const listening: typeof draft = {
    ...draft,
    add(table, row) {
      if ((table as unknown) === events) {
        const { actor, kind, detail } = row as unknown as { actor: string; kind: string; detail: object };
        lines.push({ actor, happening: { kind, ...detail } as Happening });
      }
      draft.add(table, row);
    },
  };
  draftDemo(listening, Temporal.Instant.from("2026-11-23T03:12:00Z"));

  expect(lines.length).toBeGreaterThan(150);
  for (const { actor, happening } of lines) {
    const { sentence } = eventWords({ actor: { name: actor, address: null }, ...asProductEvent(happening) });
    expect(sentence.map(wordsOf).join("")).toMatch(/^\p{Lu}[^{}]+(?:\w”?|\.”)$/u);
    expect(JSON.stringify(sentence)).not.toMatch(/undefined|null|\[object/);
  }
});

const wordsOf = (phrase: Phrase) => (typeof phrase === "string" ? phrase : "at" in phrase ? phrase.at : phrase.text);

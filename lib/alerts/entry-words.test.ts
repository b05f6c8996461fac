import { expect, test } from "vitest";
import type { EntryDetail } from "#lib/alerts/entry-kinds";
import { entryWords } from "#lib/alerts/entry-words";

const ada = { slug: "ada@harbour.example", name: "Ada Moreau" };
const olu = { slug: "olu@harbour.example", name: "Olu Adeyemi" };
const nights = { slug: "ops-nights", name: "Ops nights" };
const at = "2026-03-02T03:00:00+00:00";

/** The sentence as it is read, with its times left in place. */
function said(detail: EntryDetail, name = "Watchbill"): string {
  const address = name === "Watchbill" ? null : ada.slug;
  const words = entryWords({ id: 1, at, by: { name, address }, ...detail });
  return words
    .map((phrase) => (typeof phrase === "string" ? phrase : "at" in phrase ? phrase.at : phrase.text))
    .join("");
}

test.each<[string, EntryDetail, string?]>([
  ["Alertmanager raised it: Nobody can pay", { kind: "opened", summary: "Nobody can pay" }, "Alertmanager"],
  [
    `It wakes nobody, because its severity is low: it waits until ${at}`,
    { kind: "gated", decision: "hold", reason: "low-severity", releasesAt: at },
  ],
  [
    "It pages, because customers see it",
    { kind: "gated", decision: "page", reason: "customer-impact", releasesAt: null },
  ],
  ["Ada Moreau was paged (delivery watch)", { kind: "paged", person: ada, seat: "delivery" }],
  ["Ada Moreau was told quietly (delivery watch)", { kind: "paged", person: ada, seat: "delivery", isQuiet: true }],
  [
    "Nobody stands watch in Ops nights (ops watch): the next one was asked at once",
    { kind: "passed-empty-seat", seat: "ops", rotation: nights },
  ],
  ["There is no lead: the next one was asked at once", { kind: "passed-empty-seat", seat: "lead", rotation: null }],
  ["Ada Moreau is here; Olu Adeyemi still has it", { kind: "acknowledged", with: olu }, "Ada Moreau"],
  [
    "Ada Moreau paged ops: Ada Moreau and Olu Adeyemi. Suspected: the cache",
    { kind: "ops-paged", suspicion: "the cache", people: [ada, olu] },
    "Ada Moreau",
  ],
  ["Ada Moreau paged ops: nobody is there", { kind: "ops-paged", suspicion: null, people: [] }, "Ada Moreau"],
  [
    "Ada Moreau is handing it over to Olu Adeyemi: it is the cache",
    { kind: "handed-over", to: olu, word: "it is the cache" },
    "Ada Moreau",
  ],
  [
    "Ada Moreau resolved it. It was: a full disk. What worked: more disk",
    { kind: "resolved", cause: "a full disk", remedy: "more disk" },
    "Ada Moreau",
  ],
  [
    "The message to Olu Adeyemi by text message did not arrive: the number is gone",
    { kind: "not-delivered", person: olu, method: "sms", failure: "the number is gone" },
  ],
])("%s", (sentence, detail, name) => {
  expect(said(detail, name)).toBe(sentence);
});

test("people, rotations and alerts in a sentence lead to where they are shown", () => {
  const words = entryWords({
    id: 1,
    at,
    by: { name: "Watchbill", address: null },
    kind: "joined",
    leader: "one",
    summary: "Nobody can pay",
  });
  expect(words).toContainEqual({ text: "Nobody can pay", href: "/alerts/one" });
});

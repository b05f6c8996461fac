import { describe, expect, it } from "vitest";
import type { EventDetail } from "#lib/event-kinds";
import { eventWords, type Phrase } from "#lib/event-words";

const ada = { name: "Ada Okafor", address: "ada@example.com" };
const program = { name: "Deploy bot", address: null };
const checkout = { slug: "checkout", name: "Checkout" };
const basket = { slug: "basket", name: "Basket team" };
const payments = { slug: "payments", name: "Payments team" };
const lin = { slug: "lin@example.com", name: "Lin Wei" };

const text = (phrases: Phrase[]) =>
  phrases.map((phrase) => (typeof phrase === "string" ? phrase : "at" in phrase ? phrase.at : phrase.text)).join("");
const said = (event: EventDetail, actor: { name: string; address: string | null } = ada) =>
  text(eventWords({ actor, ...event }).sentence);
const links = (event: EventDetail) =>
  eventWords({ actor: ada, ...event }).sentence.flatMap((phrase) =>
    typeof phrase === "string" || "at" in phrase ? [] : [phrase.href],
  );

describe("eventWords", () => {
  it("says who did what to which thing, each leading to its page", () => {
    const event = {
      kind: "service.transferred",
      service: checkout,
      role: "delivery",
      from: basket,
      to: payments,
    } as const;
    expect(said(event)).toBe("Ada Okafor gave Checkout from Basket team to Payments team");
    expect(links(event)).toEqual([
      "/people/ada%40example.com",
      "/services/checkout",
      "/teams/basket",
      "/teams/payments",
    ]);
  });

  it.each([
    [{ role: "delivery", from: null, to: payments }, "Ada Okafor gave Checkout, which nobody owned, to Payments team"],
    [{ role: "delivery", from: basket, to: null }, "Ada Okafor took Checkout from Basket team: nobody owns it now"],
    [{ role: "ops", from: null, to: payments }, "Ada Okafor made Payments team the ops team of Checkout"],
    [{ role: "ops", from: basket, to: null }, "Ada Okafor took Basket team off Checkout: it has no ops team now"],
  ] as const)("says of a transfer what became of the ownership: %j", (transfer, sentence) => {
    expect(said({ kind: "service.transferred", service: checkout, ...transfer })).toBe(sentence);
  });

  it("does not say that somebody did to themselves what they simply did", () => {
    const declared = { kind: "service.expert-declared", service: checkout, expert: lin } as const;
    expect(said(declared)).toBe("Ada Okafor named Lin Wei as an expert of Checkout");
    expect(said(declared, { name: lin.name, address: lin.slug })).toBe("Lin Wei declared to know Checkout");
  });

  it("names the fields that were edited, and shows each before and after", () => {
    const changes = [
      { field: "tier", before: null, after: 1 },
      { field: "customerFacing", before: false, after: true },
      { field: "links", before: [], after: [{ title: "Board", url: "https://board.example" }] },
    ];
    const words = eventWords({ actor: ada, kind: "service.edited", service: checkout, changes });
    expect(text(words.sentence)).toBe("Ada Okafor changed the tier, customer-facing, and links of Checkout");
    expect(words.changes).toEqual([
      { field: "tier", before: undefined, after: "1" },
      { field: "customer-facing", before: "no", after: "yes" },
      { field: "links", before: undefined, after: "Board (https://board.example)" },
    ]);
  });

  it("shows a change of address with a change of name, and alone", () => {
    const both = { kind: "service.renamed", service: checkout, before: { slug: "cart", name: "Cart" } } as const;
    expect(said(both)).toBe("Ada Okafor renamed Cart to Checkout");
    expect(eventWords({ actor: ada, ...both }).changes).toEqual([
      { field: "address", before: "cart", after: "checkout" },
    ]);
    const address = { kind: "service.renamed", service: checkout, before: { slug: "cart", name: "Checkout" } } as const;
    expect(said(address)).toBe("Ada Okafor changed the address of Checkout");
  });

  it("leads to an entry's page where an entry was needed", () => {
    const needs = { slug: "orders", name: "Orders" };
    const event = { kind: "service.dependency-removed", service: checkout, needs, strength: "hard" } as const;
    expect(links(event)).toContain("/services/orders");
    expect(links({ ...event, needsKind: "api" })).toContain("/entries/api/orders");
  });

  it("links no page for a program", () => {
    const sentence = eventWords({ actor: program, kind: "service.retired", service: checkout }).sentence;
    expect(sentence[0]).toBe("Deploy bot");
  });

  it("counts only what an import did", () => {
    const nothing = { created: 0, changed: 0, unchanged: 0, retired: 0, rejected: 0 };
    const event = { kind: "import.finished", source: "shop.yaml", ...nothing } as const;
    expect(said({ ...event, created: 3, rejected: 1 })).toBe("Ada Okafor imported shop.yaml: 3 created, 1 rejected");
    expect(said(event)).toBe("Ada Okafor imported shop.yaml: nothing in it");
  });
});

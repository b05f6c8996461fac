import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherMessage, type PagedAlert, pageMessage } from "#lib/notifications/message";

const facts = { timeZone: "Europe/Lisbon", listUrl: "https://bill.example/alerts", isPersonal: true };
const alert = (said: Partial<PagedAlert> = {}): PagedAlert => ({
  ...{ id: "a1", url: "https://bill.example/alerts/a1?key=k", service: "Checkout", severity: "critical" as const },
  ...{ summary: "Error rate over 10 %", customerImpact: "Nobody can pay", occurrences: 1, joined: 0, firstStep: null },
  ...{ startsAt: Temporal.Instant.from("2026-07-04T02:12:00Z"), isDrill: false, seat: "delivery" as const },
  ...{ kind: "page" as const, word: null, by: null },
  ...said,
});

describe("a page", () => {
  test("says in its subject how grave it is, where, and what customers see", () => {
    expect(pageMessage([alert()], facts).subject).toBe("Critical: Checkout: Nobody can pay");
  });

  test("says what broke, since when by the reader's clock, what customers see, and where to go", () => {
    const { text, url, isUrgent } = pageMessage([alert({ occurrences: 4, firstStep: "Roll back." })], facts);
    expect(text).toContain("You stand its watch.");
    expect(text).toContain("Checkout, critical, since 03:12 on Sat 4 Jul (Lisbon), 4 times.");
    expect(text).toContain("What customers see: Nobody can pay");
    expect(text).toContain("First step: Roll back.");
    expect(text).toContain("https://bill.example/alerts/a1?key=k");
    expect([url, isUrgent]).toEqual(["https://bill.example/alerts/a1?key=k", true]);
  });

  test("says that nobody knows what customers see, where nobody has said", () => {
    const { subject, text } = pageMessage([alert({ customerImpact: null, service: null })], facts);
    expect(subject).toBe("Critical: Error rate over 10 %");
    expect(text).toContain("What customers see: nobody has said yet.");
  });

  test("tells ops who asks, and what they suspect", () => {
    const { text } = pageMessage([alert({ seat: "ops", by: "Ada", word: "the cache" })], facts);
    expect(text).toContain("Ada asks ops for help. They say: “the cache”");
  });

  test("of several alerts is one list, the gravest and oldest first, with a link to the rest", () => {
    const many = Array.from({ length: 25 }, (_, n) =>
      alert({ id: `a${n}`, severity: "error", service: `Service ${n}` }),
    );
    const { subject, text, alerts } = pageMessage([...many, alert({ joined: 3, service: "Payments" })], facts);
    expect(subject).toBe("29 alerts, first Critical: Payments: Nobody can pay");
    expect(text).toContain("1. Critical: Payments: Nobody can pay");
    expect(text).toContain("And 16 more: https://bill.example/alerts");
    expect(alerts).toHaveLength(26);
  });

  test("that waited for working hours, or only plays, does not sound like the night", () => {
    expect(pageMessage([alert({ kind: "quiet" })], facts)).toMatchObject({ isUrgent: false });
    expect(pageMessage([alert({ isDrill: true, service: null })], facts).subject).toBe("Test: Error rate over 10 %");
    const drill = alert({ isDrill: true, summary: "Drill: the pool of connections is empty", by: "Kenji Mori" });
    const { subject, text, spoken } = pageMessage([drill], facts);
    expect(subject).toMatch(/^DRILL: .+: the pool of connections is empty$/);
    expect(text).toContain("This is a drill, to which you agreed: nothing is broken. Kenji Mori calls you");
    expect(spoken).toContain("This is a drill");
    expect(pageMessage([alert({ kind: "asks-again" })], facts).subject).toMatch(/^Still in hand\? Critical/);
  });

  test("to a channel that others read says nothing of a link of one's own", () => {
    expect(pageMessage([alert()], { ...facts, isPersonal: false }).text).not.toContain("yours alone");
  });

  test("has a subject of one line of at most 100 characters, whatever the sender said", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { minLength: 1, maxLength: 400 }), (characters) => {
        const summary = String.fromCodePoint(...characters);
        const { subject } = pageMessage([alert({ summary, customerImpact: null })], facts);
        expect([...subject].length).toBeLessThanOrEqual(100);
        expect(subject).not.toMatch(/[\p{Cc}]/u);
      }),
    );
  });
});

test("a code is put where it belongs, and read out figure by figure", () => {
  const said = { subject: "Your code", lines: ["The code is {code}."], url: "https://bill.example/x", code: "123456" };
  const message = otherMessage({ kind: "verification", ...said });
  expect(message.text).toBe("The code is 123456.\n\nhttps://bill.example/x");
  expect(message.spoken).toContain("1, 2, 3, 4, 5, 6");
});

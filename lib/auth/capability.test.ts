import { beforeAll, expect, test, vi } from "vitest";
import { capabilityFor, readCapability } from "#lib/auth/capability";

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-of-32-characters-or-more");
  vi.stubEnv("AUTH_URL", "https://watchbill.example.com");
});

const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
const [person, alert] = [crypto.randomUUID(), crypto.randomUUID()];

test("a link stands for one person and one alert for 24 hours", async () => {
  const text = await capabilityFor(person, alert, night);
  expect(text).toMatch(/^[\w-]{91}$/);
  expect(await readCapability(text, night.add({ hours: 23 }))).toMatchObject({ personId: person, alertId: alert });
  expect(await readCapability(text, night.add({ hours: 24 }))).toBeUndefined();
});

test("a link of which any character was changed stands for nobody", async () => {
  const text = await capabilityFor(person, alert, night);
  for (let index = 0; index < text.length; index += 1) {
    const other = text[index] === "A" ? "B" : "A";
    expect(await readCapability(text.slice(0, index) + other + text.slice(index + 1), night)).toBeUndefined();
  }
});

test.each(["", "A", "not a link", "€", "A".repeat(91), "A".repeat(100_000)])("%.20s is no link", async (text) => {
  expect(await readCapability(text, night)).toBeUndefined();
});

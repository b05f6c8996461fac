import { expect, test } from "vitest";
import { PagerdutyEvent, readPagerduty } from "#lib/alerts/intake/pagerduty";

const service = "0b7c6a3e-0000-4000-8000-000000000001";
const trigger = (changes: object = {}, ofPayload: object = {}) => ({
  ...{ routing_key: "k".repeat(32), event_action: "trigger", dedup_key: "petstore/errors" },
  payload: { summary: "petstore answers with errors", source: "petstore.example", severity: "error", ...ofPayload },
  ...changes,
});
const read = (event: unknown) => readPagerduty(PagerdutyEvent.parse(event), service);
const complaints = (event: unknown) => PagerdutyEvent.safeParse(event).error?.issues.map(({ message }) => message);

test("an event is read with its key, its class as rule, its links and what it says besides", () => {
  const event = trigger(
    {
      links: [{ href: "https://runbooks.example/x", text: "Runbook" }, { href: "javascript:x" }],
      client: "Mon",
      client_url: "https://mon.example",
    },
    { class: "KubePodCrashLooping", timestamp: "2026-03-14T02:11:37.125Z", custom_details: { restarts: 17 } },
  );
  expect(read(event)).toMatchObject({
    ...{ origin: `pagerduty:${service}`, serviceId: service, dedupKey: "petstore/errors", rule: "KubePodCrashLooping" },
    ...{ status: "firing", severity: "error", startsAt: Temporal.Instant.from("2026-03-14T02:11:37.125Z") },
    labels: { source: "petstore.example", class: "KubePodCrashLooping" },
    details: { custom_details: { restarts: 17 }, client: "Mon" },
    links: [
      { title: "Runbook", url: "https://runbooks.example/x" },
      { title: "Mon", url: "https://mon.example" },
    ],
  });
});

test("without a class the rule is the key; without a key the same event again has the same one", () => {
  expect(read(trigger()).rule).toBe("petstore/errors");
  const [one, again] = [read(trigger({ dedup_key: undefined })), read(trigger({ dedup_key: undefined }))];
  expect(one.dedupKey).toBe("petstore.example: petstore answers with errors");
  expect(again.dedupKey).toBe(one.dedupKey);
});

test("acknowledge and resolve need no payload", () => {
  const event = (event_action: string) => ({ routing_key: "k", event_action, dedup_key: "a" });
  expect(read(event("acknowledge"))).toMatchObject({ status: "acknowledged", dedupKey: "a" });
  expect(read(event("resolve"))).toMatchObject({ status: "resolved", dedupKey: "a" });
});

test("a severity or a payload that is odd costs no alert", () => {
  expect(read(trigger({}, { severity: "boom" })).severity).toBe("error");
  expect(read(trigger({}, { severity: undefined, source: undefined })).severity).toBe("error");
  expect(read(trigger({ links: "none", images: [5, { src: "https://a.example/b.png" }] })).links).toHaveLength(1);
});

test("the routing key is kept nowhere", () => {
  expect(JSON.stringify(read(trigger()))).not.toContain("kkkk");
});

test.each([
  ["no key", trigger({ routing_key: undefined }), "'routing_key' is missing or blank"],
  ["no action", trigger({ event_action: undefined }), "'event_action' has to be trigger, acknowledge or resolve"],
  ["another action", trigger({ event_action: "sing" }), "'event_action' has to be trigger, acknowledge or resolve"],
  ["no payload", trigger({ payload: undefined }), "'payload.summary' is missing or blank"],
  ["a payload that is none", trigger({ payload: 5 }), "'payload.summary' is missing or blank"],
  ["no summary", trigger({}, { summary: " " }), "'payload.summary' is missing or blank"],
  ["nothing to resolve", { routing_key: "k", event_action: "resolve" }, "'dedup_key' is missing or blank"],
])("an event that means nothing is told why: %s", (_what, event, message) => {
  expect(complaints(event)).toContain(message);
});

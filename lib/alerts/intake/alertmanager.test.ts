import { expect, test } from "vitest";
import { readAlertmanager } from "#lib/alerts/intake/alertmanager";

const element = (changes: object = {}) => ({
  status: "firing",
  labels: { alertname: "CheckoutErrors", service: "checkout", job: "node", severity: "critical", pod: "checkout-1" },
  annotations: { summary: "More than 5% of requests fail.", runbook_url: "https://runbooks.example/checkout" },
  startsAt: "2026-03-14T02:14:07.125Z",
  endsAt: "0001-01-01T00:00:00Z",
  generatorURL: "http://prometheus.example/graph?g0.expr=x",
  fingerprint: "91d2b7c4e0a85f13",
  ...changes,
});
const body = (alerts: unknown, changes: object = {}) => ({
  ...{ version: "4", status: "firing", receiver: "watchbill", alerts, truncatedAlerts: 0 },
  ...{ externalURL: "http://alertmanager.example", groupKey: "{}", groupLabels: {}, commonLabels: {} },
  ...changes,
});
const readOne = (changes: object = {}, ofBody: object = {}) => readAlertmanager(body([element(changes)], ofBody))[0];

test("an element is read by itself: its key, its service, its rule, its severity, its words and its links", () => {
  expect(readOne()).toMatchObject({
    ...{ origin: "alertmanager", dedupKey: "91d2b7c4e0a85f13", status: "firing", serviceSaid: "checkout" },
    ...{ rule: "CheckoutErrors", severity: "critical", summary: "More than 5% of requests fail.", note: null },
    ...{ startsAt: Temporal.Instant.from("2026-03-14T02:14:07.125Z"), endsAt: null, customerImpact: null },
    labels: { pod: "checkout-1", alertname: "CheckoutErrors" },
    links: [
      { title: "Runbook", url: "https://runbooks.example/checkout" },
      { title: "Where it is measured", url: "http://prometheus.example/graph?g0.expr=x" },
      { title: "Alertmanager", url: "http://alertmanager.example" },
    ],
  });
});

test("each element of a payload has its own status; one without is what the payload is", () => {
  const read = readAlertmanager(
    body(
      [element(), element({ status: "resolved", fingerprint: "b" }), element({ status: undefined, fingerprint: "c" })],
      {
        status: "resolved",
      },
    ),
  );
  expect(read.map(({ status }) => status)).toEqual(["firing", "resolved", "resolved"]);
});

test("the service is the label service, else the job; the rule is the alert's name, else its key", () => {
  const labels = { job: "statsd" };
  expect(readOne({ labels })).toMatchObject({ serviceSaid: "statsd", rule: "91d2b7c4e0a85f13", severity: "error" });
  expect(readOne({ labels: { pod: "x" } })).toMatchObject({ serviceSaid: null });
});

test("without a fingerprint the labels are the key, in whatever order they come", () => {
  const [one, other, third] = readAlertmanager(
    body([
      element({ fingerprint: undefined, labels: { a: "1", b: "2" } }),
      element({ fingerprint: "", labels: { b: "2", a: "1" } }),
      element({ fingerprint: null, labels: { a: "2", b: "1" } }),
    ]),
  );
  expect(one?.dedupKey).toBe(other?.dedupKey);
  expect(one?.dedupKey).not.toBe(third?.dedupKey);
});

test("the same element has the same digest in another payload, and another one when anything of it changes", () => {
  expect(readOne({}, { receiver: "elsewhere" })?.fingerprint).toBe(readOne()?.fingerprint);
  expect(readOne({ annotations: { summary: "More" } })?.fingerprint).not.toBe(readOne()?.fingerprint);
});

test("what the sender left out of a group is said", () => {
  expect(readOne({}, { truncatedAlerts: 3 })?.note).toBe("Its sender left out 3 more of the same group.");
});

test("an impact on customers is read from its annotation or label, and so is that there is none", () => {
  const impact = (changes: object) => readOne(changes);
  expect(impact({ annotations: { customer_impact: "Nobody can pay." } })).toMatchObject({
    customerImpact: "Nobody can pay.",
  });
  expect(impact({ labels: { customer_impact: "none" } })).toMatchObject({
    customerImpact: null,
    isWithoutCustomerImpact: true,
  });
  expect(readOne()).not.toHaveProperty("isWithoutCustomerImpact");
});

test.each([
  ["0001-01-01T00:00:00Z"],
  ["9999-12-31T23:59:59Z"],
  ["1970-01-01T00:00:00Z"],
  ["soon"],
  [5],
  [null],
  ["x".repeat(1e6)],
])("a start that is none is not known: %.30s", (startsAt) =>
  expect(readOne({ startsAt })).toMatchObject({ startsAt: null, summary: "More than 5% of requests fail." }),
);

test("a status that nobody knows counts as firing, and is said", () => {
  expect(readOne({ status: "wobbling" })).toMatchObject({
    status: "firing",
    note: expect.stringContaining("wobbling"),
  });
});

test("a summary full of HTML stays the text that it is; what no text can be is marked", () => {
  const summary = "<script>alert(1)</script><b>down</b>";
  expect(readOne({ annotations: { summary } })?.summary).toBe(summary);
  expect(readOne({ annotations: { summary: "a\0b\ud800" } })?.summary).toBe("a\ufffdb\ufffd");
});

test("two megabytes of labels are cut to fit, with a note, and the alert keeps its service and rule", () => {
  const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`label_${index}`, "x".repeat(1_000)]));
  const read = readOne({ labels: { alertname: "Big", service: "checkout", huge: "y".repeat(2e6), ...many } });
  expect(read).toMatchObject({ rule: "Big", serviceSaid: "checkout" });
  expect(JSON.stringify(read).length).toBeLessThan(60_000);
  expect(read?.note).toMatch(/label was cut.*labels were left out/);
});

test("a key that was cut still tells two alerts apart", () => {
  const [one, other] = readAlertmanager(
    body([element({ fingerprint: `${"f".repeat(5_000)}1` }), element({ fingerprint: `${"f".repeat(5_000)}2` })]),
  );
  expect(one?.dedupKey).not.toBe(other?.dedupKey);
  expect(one?.dedupKey.length).toBeLessThanOrEqual(255);
});

test.each([[5], ["text"], [null], [[]], [{}], [{ labels: "no" }], [{ labels: {}, annotations: {} }]])(
  "an element that makes no sense is kept as it came, and the others are read: %j",
  (odd) => {
    const [first, second, third] = readAlertmanager(body([element(), odd, element({ fingerprint: "b" })]));
    expect(second).toMatchObject({
      rule: "Unreadable",
      serviceSaid: null,
      details: odd,
      severity: "error",
      status: "firing",
    });
    expect([first?.rule, third?.dedupKey]).toEqual(["CheckoutErrors", "b"]);
  },
);

test.each([[null], [[]], ["text"], [{}], [{ alerts: "none" }]])(
  "a body without a list of alerts is kept as it came: %j",
  (odd) => {
    expect(readAlertmanager(odd)).toMatchObject([{ rule: "Unreadable", details: odd }]);
  },
);

test("depth without end is cut, and a payload of 500 has 500", () => {
  let deep: unknown = "end";
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  expect(readOne({ labels: { alertname: "Deep", deep } })).toMatchObject({ rule: "Deep" });
  expect(readAlertmanager(body([deep]))).toMatchObject([{ rule: "Unreadable" }]);
  expect(
    readAlertmanager(body(Array.from({ length: 500 }, (_, index) => element({ fingerprint: `${index}` })))),
  ).toHaveLength(500);
});

test("links that do not lead somewhere over http are left out", () => {
  const annotations = { summary: "s", runbook_url: "javascript:alert(1)" };
  expect(readOne({ annotations, generatorURL: "ht" }, { externalURL: "file:///etc/passwd" })?.links).toEqual([]);
});

test("Grafana's webhook, of the same shape, keeps what was measured and where it is shown", () => {
  const grafana = { orgId: 1, version: "1", externalURL: "https://grafana.example/" };
  const shown = {
    values: { B: 2.8 },
    valueString: "B=2.8",
    dashboardURL: "https://grafana.example/d/1",
    silenceURL: "",
  };
  const read = readOne({ ...shown, labels: { alertname: "High request latency", service: "artist-lookup" } }, grafana);
  expect(read).toMatchObject({ rule: "High request latency", severity: "error", details: { values: { B: 2.8 } } });
  expect(read?.links.map(({ title }) => title)).toEqual(["Runbook", "Dashboard", "Where it is measured", "Grafana"]);
});

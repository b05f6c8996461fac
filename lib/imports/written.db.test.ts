import { existsSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { alertRules } from "#db/schema";
import { createService } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { saveDocument } from "#lib/documents/commands";
import { findDocument } from "#lib/documents/queries";
import { importCatalog } from "#lib/imports/commands";
import { parseDocuments } from "#lib/imports/documents";
import { readRoots } from "#lib/imports/read-roots";
import { findSignature } from "#lib/signatures/queries";

testDatabase();

const viewer = systemViewer("Administrator");

const catalog = (service: string, body = "## Meaning\\n\\nCold.\\n") => `apiVersion: watchbill.dev/v1
kind: Signature
metadata: { name: cache-refused }
spec:
  service: ${service}
  pattern: connection refused
  meaning: The cache is down
  cause: ""
  confirm: ""
  firstStep: Warm it.
  runbook: cache-cold#meaning
---
apiVersion: watchbill.dev/v1
kind: Runbook
metadata: { name: cache-cold }
spec:
  service: ${service}
  title: Cache is cold
  alertNames: [CacheCold]
  body: "${body}"
`;

async function scene() {
  const service = await createService(db());
  const source = `catalog of ${service.slug}`;
  const load = async (text: string, options = {}) =>
    importCatalog(viewer, await parseDocuments(text, "catalog.yaml"), { source, ...options });
  const runbook = { service: service.slug, kind: "runbook", slug: "cache-cold" } as const;
  return { service, load, runbook, source };
}

test("a runbook and a signature that leads into it are loaded, again in vain, and a dry run writes nothing", async () => {
  const { service, load, runbook } = await scene();
  expect(await load(catalog(service.slug), { dryRun: true })).toMatchObject({ created: 2, rejected: [] });
  expect(await findDocument(viewer, runbook)).toBeUndefined();
  expect(await load(catalog(service.slug))).toMatchObject({ created: 2, rejected: [] });
  expect(await findDocument(viewer, runbook)).toMatchObject({ alertNames: ["CacheCold"], title: "Cache is cold" });
  expect((await findSignature(viewer, service.slug, "cache-refused"))?.runbook).toMatchObject({ anchor: "meaning" });
  expect(await load(catalog(service.slug))).toMatchObject({ created: 0, changed: 0, unchanged: 2, rejected: [] });
});

test("what was changed here stays, and what the descriptor changes elsewhere is merged with it", async () => {
  const { service, load, runbook } = await scene();
  const text = "## Meaning\\n\\nCold.\\n\\n## Mitigation\\n\\n1. Warm it.\\n";
  await load(catalog(service.slug, text));
  const body = (await findDocument(viewer, runbook))?.body.replace("Warm it.", "Warm it slowly.");
  await saveDocument(viewer, { ...runbook, body });
  expect(await load(catalog(service.slug, text))).toMatchObject({ changed: 0, unchanged: 2 });
  expect(await load(catalog(service.slug, text.replace("Cold.", "Empty.")))).toMatchObject({ changed: 1 });
  const merged = (await findDocument(viewer, runbook))?.body;
  expect(merged).toContain("Warm it slowly.");
  expect(merged).toContain("Empty.");
});

test("pruning retires what is described no more, and a descriptor brings it back", async () => {
  const { service, load, runbook } = await scene();
  await load(catalog(service.slug));
  expect(await load("", { prune: true, dryRun: true })).toMatchObject({ retired: 2 });
  expect(await load("", { prune: true })).toMatchObject({ retired: 2 });
  expect((await findDocument(viewer, runbook))?.retiredAt).not.toBeNull();
  expect(await load(catalog(service.slug))).toMatchObject({ changed: 2, created: 0 });
  expect((await findDocument(viewer, runbook))?.retiredAt).toBeNull();
  expect(await load(catalog(service.slug))).toMatchObject({ changed: 0, unchanged: 2 });
});

test("a runbook of a service that is not there and a field that is not known are rejected with a reason", async () => {
  const { service, load } = await scene();
  const { rejected } = await load(catalog("no-such-service"));
  expect(rejected.map(({ reason }) => reason)).toEqual([
    expect.stringContaining("no-such-service"),
    expect.stringContaining("no-such-service"),
  ]);
  const wrong = catalog(service.slug).replace("title: Cache is cold", "titel: Cache");
  expect((await load(wrong)).rejected).toContainEqual(
    expect.objectContaining({ document: 2, reason: expect.stringContaining("titel") }),
  );
});

const rules = (service: string, more = "") => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: rules, annotations: { watchbill.dev/service: ${service} } }
spec:
  groups:
    - name: g
      rules:
        - alert: DiskFull
          expr: disk > 0.9
          for: 15m
          labels: { severity: warning }
          annotations: { runbook_url: "https://runbooks.example/DiskFull", summary: Nearly full. }
        - alert: DiskFull
          expr: disk > 0.99
          labels: { severity: critical }
        - record: disk:rate
          expr: rate(disk)
${more}`;

const ofService = (id: string) => db().select().from(alertRules).where(eq(alertRules.serviceId, id));

test("rules of one name are one rule with its variants; again in vain; pruning retires those that are gone", async () => {
  const { service, load } = await scene();
  const more = "        - alert: DiskGone\n          expr: absent(disk)\n";
  expect(await load(rules(service.slug, more))).toMatchObject({ created: 1, rejected: [] });
  const found = await ofService(service.id);
  expect(found.find(({ name }) => name === "DiskFull")).toMatchObject({
    runbookUrl: "https://runbooks.example/DiskFull",
    variants: [{ severity: "warning", holdsFor: "15m", summary: "Nearly full." }, { severity: "critical" }],
  });
  expect(await load(rules(service.slug, more))).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
  expect(await load(rules(service.slug), { prune: true })).toMatchObject({ retired: 1 });
  expect((await ofService(service.id)).find(({ name }) => name === "DiskGone")?.retiredAt).not.toBeNull();
  expect(await load(rules(service.slug, more))).toMatchObject({ changed: 1 });
  expect((await ofService(service.id)).find(({ name }) => name === "DiskGone")?.retiredAt).toBeNull();
});

test.skipIf(!existsSync("../shared/data/prometheus-rules"))(
  "the rules of a real installation make 125 alert rules, and none the second time",
  async () => {
    const read = await readRoots(["../shared/data/prometheus-rules"], {
      cwd: process.cwd(),
      source: "prometheus-rules",
    });
    const first = await importCatalog(viewer, read.documents, { source: "prometheus-rules" });
    expect(first).toMatchObject({ created: 8, rejected: [] });
    const found = await db().select().from(alertRules).where(eq(alertRules.source, "prometheus-rules"));
    expect(found).toHaveLength(125);
    const again = await importCatalog(viewer, read.documents, { source: "prometheus-rules" });
    expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 8 });
  },
);

import { expect, test } from "vitest";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { countRules, listRules, listRulesWithoutRunbook } from "#lib/alerts/rules/queries";
import { putRule, retireRule } from "#lib/alerts/rules/rule-commands";
import { systemViewer } from "#lib/auth/policy";
import { writeDocument } from "#lib/documents/commands";
import { findRunbookWay } from "#lib/documents/runbook-way-queries";
import { viewerOf } from "#lib/documents/testing/viewers";
import { importCatalog } from "#lib/imports/commands";
import { parseDocuments } from "#lib/imports/documents";

testDatabase();

const viewer = systemViewer("Administrator");

async function scene() {
  const { service, delivery } = await given.ownedService();
  const member = await viewerOf(delivery.member);
  const answer = (alertName: string, title = `About ${alertName}`) =>
    writeDocument(viewer, {
      ...{ service: service.slug, kind: "runbook", title, body: "## Meaning\n\nIt.\n" },
      alertNames: [alertName],
    });
  return { service, member, answer, own: { service: service.slug } };
}

test("rules are told apart by where they lead: a runbook here, one outside, or none", async () => {
  const { service, member, answer, own } = await scene();
  await putRule(member, { ...own, name: "RuleHere", runbookUrl: "https://runbooks.example/here" });
  await putRule(member, { ...own, name: "RuleOutside", runbookUrl: "https://runbooks.example/outside" });
  await putRule(member, { ...own, name: "RuleNowhere" });
  await answer("RuleHere");
  const names = async (way?: "here" | "outside" | "none") =>
    (await listRules(member, { ...own, way })).items.map(({ name }) => name);
  expect(await names()).toEqual(["RuleHere", "RuleNowhere", "RuleOutside"]);
  expect(await names("here")).toEqual(["RuleHere"]);
  expect(await names("outside")).toEqual(["RuleOutside"]);
  expect(await names("none")).toEqual(["RuleNowhere"]);
  expect(await listRulesWithoutRunbook(member, service.id)).toEqual(["RuleNowhere", "RuleOutside"]);
  const before = await countRules(member);
  await answer("RuleNowhere");
  expect(await countRules(member)).toEqual({ ...before, none: before.none - 1, here: before.here + 1 });
  await retireRule(member, { ...own, name: "RuleNowhere" });
  expect(await names()).toEqual(["RuleHere", "RuleOutside"]);
});

test("of a rule it is known what customers see, or that it is nothing, or neither; what was said last holds", async () => {
  const { member, own } = await scene();
  const rule = { ...own, name: "ImpactRule" };
  const known = async () => {
    const { items } = await listRules(member, own);
    return items.map(({ customerImpact, isWithoutCustomerImpact }) => [customerImpact, isWithoutCustomerImpact]);
  };
  await putRule(member, rule);
  expect(await known()).toEqual([[null, false]]);
  await putRule(member, { ...rule, customerImpact: "Nothing loads." });
  expect(await known()).toEqual([["Nothing loads.", false]]);
  await putRule(member, { ...rule, isWithoutCustomerImpact: true });
  expect(await known()).toEqual([[null, true]]);
  await putRule(member, { ...rule, runbookUrl: "https://runbooks.example/x" });
  expect(await known()).toEqual([[null, true]]);
  await putRule(member, { ...rule, customerImpact: "Half of it loads." });
  expect(await known()).toEqual([["Half of it loads.", false]]);
  await putRule(member, { ...rule, customerImpact: null });
  expect(await known()).toEqual([[null, false]]);
  await putRule(member, { ...rule, customerImpact: "Both.", isWithoutCustomerImpact: true });
  expect(await known()).toEqual([[null, true]]);
});

test("a rule of which nobody said for which service is taken on by one, and stays its own when its file comes again", async () => {
  const { member, own } = await scene();
  const file = "groups:\n  - name: g\n    rules:\n      - alert: NobodysRule\n        expr: up == 0\n";
  const load = async () =>
    importCatalog(viewer, await parseDocuments(file, "rules.yaml"), { source: "rules without a service" });
  expect(await load()).toMatchObject({ created: 1 });
  expect(await putRule(member, { ...own, name: "NobodysRule", customerImpact: "Nothing loads." })).toBe(false);
  expect(await load()).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
  expect((await listRules(member, own)).items.map(({ name }) => name)).toEqual(["NobodysRule"]);
});

test("an alert leads to the runbook of its service: by its exact name first, then in any case, then by its address", async () => {
  const { member, answer, own } = await scene();
  const exact = await answer("PumpStopped");
  const way = (name: string) => findRunbookWay(member, name, own.service);
  expect(await way("PumpStopped")).toMatchObject({ to: "runbook", runbook: { slug: exact.slug } });
  expect(await way("pumpSTOPPED")).toMatchObject({ to: "runbook", runbook: { slug: exact.slug } });
  expect(await way("About PumpStopped")).toMatchObject({ to: "runbook", runbook: { slug: exact.slug } });
  const lower = await answer("pumpstopped", "Another pump");
  expect(await way("pumpstopped")).toMatchObject({ runbook: { slug: lower.slug } });
});

test("an alert that several services answer leads to the service's own, or to a choice", async () => {
  const [one, other, third] = [await scene(), await scene(), await scene()];
  await one.answer("SharedAlert");
  expect(await findRunbookWay(one.member, "SharedAlert")).toMatchObject({ to: "runbook" });
  await other.answer("SharedAlert");
  expect(await findRunbookWay(one.member, "SharedAlert", one.own.service)).toMatchObject({
    to: "runbook",
    runbook: { service: { slug: one.service.slug } },
  });
  expect(await findRunbookWay(one.member, "SharedAlert")).toMatchObject({ to: "choice", runbooks: [{}, {}] });
  expect(await findRunbookWay(third.member, "SharedAlert", third.own.service)).toMatchObject({
    to: "choice",
    service: { slug: third.service.slug, canWrite: true },
  });
});

test("an alert without a runbook leads to its service, where members may write it; an unknown service is said to be so", async () => {
  const { member, own } = await scene();
  const stranger = await viewerOf(await given.stranger());
  const missing = (who: typeof member, service: string) => findRunbookWay(who, "NobodyAnswers", service);
  expect(await missing(member, own.service)).toMatchObject({ to: "nothing", service: { canWrite: true } });
  expect(await missing(stranger, own.service)).toMatchObject({ to: "nothing", service: { canWrite: false } });
  expect(await missing(member, "no-such-service")).toEqual({ to: "nothing", service: undefined });
});

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { documentLinks, documentSections, links } from "#db/schema";
import type { Document } from "#db/seed/documents";
import {
  createDependency,
  createDocument,
  createMark,
  createPerson,
  createReview,
  createService,
  createTeam,
  deactivatePerson,
  declareExpert,
  editService,
  leaveTeam,
  retireDocument,
  retireService,
  saveRevision,
  transferService,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { saveDocument } from "#lib/documents/commands";
import { listDoubtful, loadFreshness } from "#lib/documents/freshness-queries";
import { indexDocuments } from "#lib/documents/index-documents";

testDatabase();

const start = Temporal.Instant.from("2026-02-02T08:00:00Z");
const day = (days: number) => start.add({ hours: 24 * days });

/** A document that a member of the delivery team wrote on day 0. */
async function written(facts: Parameters<typeof createDocument>[1] = {}) {
  const { service, delivery, ops } = await given.ownedService();
  const document = await createDocument(db(), { service, by: delivery.member, ...facts }, day(0));
  await indexDocuments();
  return { service, delivery, ops, document };
}

async function viewerOf({ id }: { id: string }) {
  const viewer = await findPersonViewer(id, day(0), day(0));
  if (!viewer) throw new Error("There is no such person.");
  return viewer;
}

async function freshnessOf({ id }: Document, at = day(30)) {
  const found = (await loadFreshness([id], at)).get(id);
  if (!found) throw new Error("The document was not found.");
  return found;
}

const stateOf = async (document: Document, at = day(30)) => (await freshnessOf(document, at)).state;
const doubtsOf = async (document: Document, at = day(30)) => (await freshnessOf(document, at)).doubts;

describe("what confirms", () => {
  test("a member of the delivery team confirms what they write, until the interval is over", async () => {
    const { document } = await written({ reviewIntervalDays: 60 });
    expect(await freshnessOf(document)).toEqual({
      state: "reviewed",
      doubts: [],
      reviewedAt: day(0).toString(),
      reviewDueAt: day(60).toString(),
      provenAt: null,
    });
    expect(await stateOf(document, day(60))).toBe("overdue");
  });

  test("what an import, a member of the ops team or a stranger wrote waits for an expert", async () => {
    const { service, ops } = await written();
    for (const by of ["an import", ops.member, await createPerson(db())])
      expect(await stateOf(await createDocument(db(), { service, by }, day(0)))).toBe("unreviewed");
  });

  test("a declared expert confirms by writing, from the declaration on", async () => {
    const { service } = await written();
    const expert = await createPerson(db());
    const before = await createDocument(db(), { service, by: expert }, day(0));
    await declareExpert(db(), service, { person: expert }, day(1));
    const after = await createDocument(db(), { service, by: expert }, day(2));
    expect([await stateOf(before), await stateOf(after)]).toEqual(["unreviewed", "reviewed"]);
  });

  test("membership counts as it was when the revision was written", async () => {
    const { delivery, document } = await written();
    await leaveTeam(db(), delivery.team, { person: delivery.member }, day(5));
    await saveRevision(
      db(),
      document,
      { by: delivery.member, body: `${document.present.body}${"more ".repeat(20)}` },
      day(6),
    );
    expect((await freshnessOf(document)).reviewedAt).toBe(day(0).toString());
  });

  test("what a member took from a suggestion is confirmed by that", async () => {
    const { document } = await written();
    const stranger = await createPerson(db());
    const body = `${document.present.body}\n${"another sentence of it ".repeat(4)}`;
    await saveRevision(db(), document, { by: stranger, body, origin: "suggested" }, day(6));
    expect(await freshnessOf(document)).toMatchObject({ state: "reviewed", reviewedAt: day(6).toString() });
  });

  test("a review confirms whatever the text says by then", async () => {
    const { service, delivery } = await written();
    const document = await createDocument(db(), { service, by: "an import" }, day(0));
    await createReview(db(), document, { by: delivery.lead }, day(3));
    expect(await freshnessOf(document)).toMatchObject({ state: "reviewed", reviewedAt: day(3).toString() });
  });

  test("the correction of a typo neither confirms, nor takes a confirmation away, nor makes an author", async () => {
    const { document, delivery } = await written({ body: "Restart teh cache, then look at the graph." });
    const stranger = await createPerson(db());
    const correct = (by: typeof stranger) =>
      saveRevision(
        db(),
        document,
        { by, body: `${document.present.body.replace("teh", "the")}.`, isSubstantial: false },
        day(5),
      );
    await correct(stranger);
    expect(await freshnessOf(document)).toMatchObject({ state: "reviewed", reviewedAt: day(0).toString() });
    await correct(delivery.lead);
    expect((await freshnessOf(document)).reviewedAt).toBe(day(0).toString());
    await leaveTeam(db(), delivery.team, { person: delivery.member }, day(6));
    expect(await doubtsOf(document)).toMatchObject([{ because: "author-left", author: delivery.member.name }]);
  });

  test("a save says by itself whether it only corrects a typo", async () => {
    const { document, delivery, ops } = await written({ body: "Restart teh cache, then look at the graph." });
    const address = { service: document.service.slug, kind: document.kind, slug: document.slug };
    const [expert, opsMember] = [await viewerOf(delivery.member), await viewerOf(ops.member)];
    await saveDocument(opsMember, { ...address, body: "Restart the cache, then look at the graph." }, day(5));
    expect(await stateOf(document)).toBe("reviewed");
    await saveDocument(opsMember, { ...address, body: "Unplug a whole rack, wait, then telephone." }, day(6));
    expect(await stateOf(document)).toBe("unreviewed");
    await saveDocument(
      expert,
      { ...address, body: "Unplug a whole rack, wait, then ask whoever knows about it." },
      day(7),
    );
    expect(await freshnessOf(document)).toMatchObject({ state: "reviewed", reviewedAt: day(7).toString() });
  });
});

describe("what puts it in doubt", () => {
  test("a change of the service that matters, and not one of its description", async () => {
    const { document, service } = await written();
    await editService(db(), service, { description: "Better said." }, day(2));
    expect(await stateOf(document)).toBe("reviewed");
    await editService(db(), service, { tier: 1 }, day(3));
    expect(await doubtsOf(document)).toEqual([
      { because: "service-changed", at: day(3).toString(), what: "its tier went from 2 to 1" },
    ]);
    await saveRevision(
      db(),
      document,
      { body: `${document.present.body}\n${"what tier one asks ".repeat(4)}` },
      day(4),
    );
    expect(await stateOf(document)).toBe("doubtful");
    await createReview(db(), document, { by: await createPerson(db()) }, day(5));
    expect(await stateOf(document)).toBe("reviewed");
  });

  test("another delivery team, and being retired", async () => {
    const { document, service, delivery } = await written();
    const to = await createTeam(db());
    await transferService(db(), service, { to }, day(2));
    await retireService(db(), service, {}, day(3));
    const because = (await doubtsOf(document)).filter(({ because }) => because === "service-changed");
    expect(because).toMatchObject([
      { what: "it was retired" },
      { what: `it went from ${delivery.team.name} to ${to.name}` },
    ]);
  });

  test("a dependency of its own service, and not one of a service that needs it", async () => {
    const { document, service } = await written();
    const [other, needed] = [await createService(db()), await createService(db())];
    await createDependency(db(), other, { on: service }, day(2));
    expect(await stateOf(document)).toBe("reviewed");
    await createDependency(db(), service, { on: needed }, day(3));
    expect(await doubtsOf(document)).toEqual([
      { because: "dependency-added", at: day(3).toString(), service: needed.name },
    ]);
  });

  test("a change of a service that a note assumes, and not of one that it only names", async () => {
    const [assumed, named] = [await createService(db()), await createService(db())];
    const body = `Ask [it](/services/${named.slug}).\n\n## What it assumes\n\n- [This](/services/${assumed.slug}) answers.\n`;
    const { document } = await written({ kind: "note", body });
    await editService(db(), named, { lifecycle: "deprecated" }, day(2));
    expect(await stateOf(document)).toBe("reviewed");
    await editService(db(), assumed, { lifecycle: "deprecated" }, day(3));
    expect(await doubtsOf(document)).toMatchObject([{ because: "assumption-changed", service: assumed.name }]);
  });

  test("a failed step, until its words change or it works again", async () => {
    const { document, delivery } = await written();
    await createMark(db(), document, { by: delivery.lead, verdict: "failed" }, day(2));
    expect(await doubtsOf(document)).toMatchObject([
      { because: "step-failed", anchor: "mitigation-1", step: "Restart it." },
    ]);
    const body = document.present.body.replace("Restart it.", "Restart it, then wait for a minute or two.");
    await saveRevision(
      db(),
      document,
      { by: delivery.member, body: `${document.present.body}${"and more ".repeat(9)}` },
      day(3),
    );
    expect(await stateOf(document)).toBe("doubtful");
    await saveRevision(db(), document, { by: delivery.member, body }, day(4));
    await reindex(document);
    expect(await stateOf(document)).toBe("reviewed");

    const other = await createDocument(db(), { service: document.service, by: delivery.member }, day(0));
    await indexDocuments();
    await createMark(db(), other, { by: delivery.lead, verdict: "out-of-date" }, day(2));
    expect(await stateOf(other)).toBe("doubtful");
    await createMark(db(), other, { by: delivery.member }, day(3));
    expect(await freshnessOf(other)).toMatchObject({ state: "proven", provenAt: day(3).toString() });
  });

  test("an author who left the service's teams or was deactivated after it was last confirmed", async () => {
    const { document, delivery } = await written();
    await leaveTeam(db(), delivery.team, { person: delivery.member }, day(2));
    expect(await doubtsOf(document)).toEqual([
      { because: "author-left", at: day(2).toString(), author: delivery.member.name },
    ]);
    await createReview(db(), document, { by: delivery.lead }, day(3));
    expect(await stateOf(document)).toBe("reviewed");
    await deactivatePerson(db(), delivery.member, {}, day(4));
    expect(await doubtsOf(document)).toMatchObject([{ because: "author-left", at: day(4).toString() }]);
  });

  test("an author who was never in the service's teams raises no doubt by that", async () => {
    const { service } = await written();
    const expert = await createPerson(db());
    await declareExpert(db(), service, { person: expert }, day(0));
    expect(await stateOf(await createDocument(db(), { service, by: expert }, day(1)))).toBe("reviewed");
  });

  test("a link that failed twice, and not one that failed once", async () => {
    const { document } = await written();
    const link = { failingSince: day(2), checkedAt: day(3), status: 404, nextCheckAt: day(4) };
    const [once, twice] = [`https://one.example/${document.slug}`, `https://two.example/${document.slug}`];
    await db()
      .insert(links)
      .values([
        { url: once, failures: 1, ...link },
        { url: twice, failures: 2, ...link },
      ]);
    await db()
      .insert(documentLinks)
      .values([once, twice].map((url) => ({ documentId: document.id, url })));
    expect(await doubtsOf(document)).toEqual([{ because: "link-dead", at: day(2).toString(), url: twice }]);
  });
});

test("many documents are judged at once, and ids of none are left out", async () => {
  const { document, service, delivery } = await written();
  const other = await createDocument(db(), { service, by: delivery.member }, day(1));
  const found = await loadFreshness([document.id, other.id, crypto.randomUUID()], day(30));
  expect([...found.keys()].sort()).toEqual([document.id, other.id].sort());
  expect(await loadFreshness([], day(30))).toEqual(new Map());
});

describe("the queue of a person", () => {
  test("holds what is doubtful or overdue of services that their teams deliver, and nothing else", async () => {
    const { document, service, delivery, ops } = await written();
    await createDocument(db(), { service, by: "an import" }, day(0));
    const retired = await createDocument(db(), { service, by: "an import", reviewIntervalDays: 1 }, day(0));
    await retireDocument(db(), retired, {}, day(1));
    const overdue = await createDocument(db(), { service, by: "an import", reviewIntervalDays: 5 }, day(0));
    await editService(db(), service, { tier: 1 }, day(3));

    const queueOf = async (person: { id: string }) => listDoubtful(await viewerOf(person), day(30));
    const queue = await queueOf(delivery.member);
    expect(queue).toMatchObject({ documents: { length: 3 }, hasMore: false });
    expect(queue.documents.find(({ id }) => id === overdue.id)?.freshness.state).toBe("overdue");
    expect(queue.documents.find(({ id }) => id === document.id)).toMatchObject({
      ...{ kind: "runbook", slug: document.slug, title: document.title, alertNames: [] },
      service: { slug: service.slug, name: service.name },
      freshness: { state: "doubtful" },
    });
    for (const other of [ops.member, delivery.manager, await given.stranger()])
      expect(await queueOf(other)).toEqual({ documents: [], hasMore: false });
  });
});

test("a queue ends after the first fifty, those of the most important services first, and says that there is more", async () => {
  const { service, delivery } = await written();
  const other = await createService(db(), { team: delivery.team, tier: 1 });
  for (const [name, count] of [[service, 30] as const, [other, 30] as const])
    for (let made = 0; made < count; made += 1)
      await createDocument(db(), { service: name, by: "an import", reviewIntervalDays: 1 }, day(0));
  const { documents, hasMore } = await listDoubtful(await viewerOf(delivery.member), day(30));
  expect(documents.map((document) => document.service.slug)).toEqual([
    ...Array.from({ length: 30 }, () => other.slug),
    ...Array.from({ length: 20 }, () => service.slug),
  ]);
  expect(hasMore).toBe(true);
});

/** Seeds write rows only; a save of the product takes the text apart by itself. */
async function reindex({ id }: Document): Promise<void> {
  await db().delete(documentSections).where(eq(documentSections.documentId, id));
  await indexDocuments();
}

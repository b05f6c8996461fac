import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events } from "#db/schema";
import { createDocument } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { saveDocument } from "#lib/documents/commands";
import { followDocument } from "#lib/documents/following/follow-commands";
import { listFollowedChanges } from "#lib/documents/following/follow-queries";
import { MergeConflict } from "#lib/documents/merge-conflict";
import { findDocument } from "#lib/documents/queries";
import { listRevisions } from "#lib/documents/revision-queries";
import {
  acceptSuggestion,
  declineSuggestion,
  makeSuggestion,
  withdrawSuggestion,
} from "#lib/documents/suggestions/suggestion-commands";
import {
  findSuggestion,
  listOwnSuggestions,
  listSuggestionsToAnswer,
  listWaitingSuggestions,
} from "#lib/documents/suggestions/suggestion-queries";
import { viewerOf } from "#lib/documents/testing/viewers";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");
const later = at.add({ hours: 1 });
const body = "One\n\nTwo\n\nThree\n";

async function suggested(words: { title?: string; body?: string } = { body: "One\n\nTwo\n\nThree, and four\n" }) {
  const { service, delivery } = await given.ownedService();
  const document = await createDocument(db(), { service, body, title: "Queue is stuck" });
  const address = { service: service.slug, kind: document.kind, slug: document.slug };
  const [member, stranger] = [await viewerOf(delivery.member), await viewerOf(await given.stranger())];
  const suggestion = await makeSuggestion(
    stranger,
    { ...address, baseRevision: 1, title: "Queue is stuck", body, summary: "Four was missing", ...words },
    at,
  );
  return { document, address, member, stranger, suggestion };
}

const kindsAbout = async ({ id }: { id: string }) =>
  (await db().select().from(events).orderBy(asc(events.id)))
    .filter(({ about }) => about.includes(id))
    .map(({ kind }) => kind);

test("an edit that a stranger suggests waits for the team, which sees what it changes", async () => {
  const { document, member, stranger, suggestion } = await suggested();
  const waiting = { id: suggestion, verdict: null, author: { name: stranger.name }, summary: "Four was missing" };
  expect(await listWaitingSuggestions(member, document.id)).toMatchObject([waiting]);
  expect(await listSuggestionsToAnswer(member)).toMatchObject([waiting]);
  expect(await listSuggestionsToAnswer(stranger)).toEqual([]);
  expect(await listOwnSuggestions(stranger)).toMatchObject([waiting]);
  expect(await findSuggestion(member, suggestion)).toMatchObject({
    base: { body },
    body: "One\n\nTwo\n\nThree, and four\n",
    revision: 1,
    permissions: { canDecide: true, canWithdraw: false },
  });
  expect((await findSuggestion(stranger, suggestion))?.permissions).toEqual({ canDecide: false, canWithdraw: true });
  expect(await findSuggestion(member, "nonsense")).toBeUndefined();
  expect(await findSuggestion(member, crypto.randomUUID())).toBeUndefined();
});

test("a suggestion that is taken joins what was saved since, and is a revision of whoever suggested it", async () => {
  const { document, address, member, stranger, suggestion } = await suggested();
  await saveDocument(member, { ...address, body: body.replace("One", "One, first"), alertNames: ["Stuck"] }, later);
  const { revision } = await acceptSuggestion(member, { suggestion, answer: "Thank you" }, later);

  expect(revision).toBe(3);
  const present = await findDocument(member, address);
  expect(present).toMatchObject({ body: "One, first\n\nTwo\n\nThree, and four\n", alertNames: ["Stuck"] });
  expect(present?.lastChange).toMatchObject({ author: { name: stranger.name }, summary: "Four was missing" });
  const [line] = (await listRevisions(member, document.id)).items;
  expect(line).toMatchObject({ origin: "suggested", basedOn: 1 });
  expect(await findSuggestion(stranger, suggestion)).toMatchObject({
    verdict: "accepted",
    answer: "Thank you",
    decidedBy: { name: member.name },
    permissions: { canDecide: false, canWithdraw: false },
  });
  expect(await kindsAbout(document)).toEqual([
    "document.written",
    "suggestion.made",
    "document.edited",
    "suggestion.accepted",
  ]);
  expect(await listWaitingSuggestions(member, document.id)).toEqual([]);
});

test("a suggestion that contradicts a later save is decided by nobody, until a member says what it comes to", async () => {
  const { address, member, stranger, suggestion } = await suggested();
  await saveDocument(member, { ...address, body: body.replace("Three", "Three, or five") }, later);
  await expect(acceptSuggestion(member, { suggestion }, later)).rejects.toThrow(MergeConflict);
  expect((await findSuggestion(member, suggestion))?.verdict).toBeNull();

  const settled = { suggestion, title: "Queue is stuck", body: "Three, four or five\n", baseRevision: 2 };
  expect((await acceptSuggestion(member, settled, later)).revision).toBe(3);
  const present = await findDocument(member, address);
  expect(present).toMatchObject({ body: "Three, four or five\n", lastChange: { author: { name: stranger.name } } });
});

test("what is declined says why to whoever suggested it, and stays declined", async () => {
  const { document, member, stranger, suggestion } = await suggested();
  await declineSuggestion(member, { suggestion, answer: "Four is another alert." }, later);
  expect(await findSuggestion(stranger, suggestion)).toMatchObject({
    verdict: "declined",
    answer: "Four is another alert.",
  });
  await expect(acceptSuggestion(member, { suggestion }, later)).rejects.toThrow(Conflict);
  await expect(withdrawSuggestion(stranger, { suggestion }, later)).rejects.toThrow(Conflict);
  expect((await kindsAbout(document)).at(-1)).toBe("suggestion.declined");
});

test("a suggestion is taken back by whoever made it and nobody else", async () => {
  const { member, stranger, suggestion } = await suggested();
  await expect(withdrawSuggestion(member, { suggestion }, later)).rejects.toThrow(Forbidden);
  await withdrawSuggestion(stranger, { suggestion }, later);
  expect((await findSuggestion(stranger, suggestion))?.verdict).toBe("withdrawn");
  await expect(withdrawSuggestion(stranger, { suggestion: crypto.randomUUID() }, later)).rejects.toThrow(NotFound);
});

test("a suggestion has to change something of a revision that was there", async () => {
  const { address, stranger } = await suggested();
  const same = { ...address, title: "Queue is stuck", body };
  await expect(makeSuggestion(stranger, { ...same, baseRevision: 1 }, at)).rejects.toThrow(Invalid);
  await expect(makeSuggestion(stranger, { ...same, body: "x", baseRevision: 9 }, at)).rejects.toThrow(Invalid);
});

test("whoever follows a document sees what others changed since, once a document, and not what they changed themselves", async () => {
  const { address, member, stranger } = await suggested();
  await followDocument(stranger, { ...address, isFollowed: true }, at);
  await followDocument(stranger, { ...address, isFollowed: true }, at);
  expect(await listFollowedChanges(stranger, at)).toEqual([]);
  expect((await findDocument(stranger, address))?.isFollowed).toBe(true);

  await saveDocument(member, { ...address, body: "A\n", summary: "First" }, later);
  await saveDocument(member, { ...address, body: "B\n", summary: "Second" }, later.add({ minutes: 1 }));
  expect(await listFollowedChanges(stranger, at)).toMatchObject([
    {
      document: { title: "Queue is stuck" },
      revision: 3,
      summary: "Second",
      revisions: 2,
      author: { name: member.name },
    },
  ]);
  expect(await listFollowedChanges(stranger, later.add({ hours: 1 }))).toEqual([]);
  expect(await listFollowedChanges(member, at)).toEqual([]);
  await followDocument(stranger, { ...address, isFollowed: false }, later);
  expect(await listFollowedChanges(stranger, at)).toEqual([]);
});

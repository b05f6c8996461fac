import { db } from "#db/client";
import type { Document } from "#db/seed/documents";
import type { Person } from "#db/seed/people";
import { createDocument, createMark, createSuggestion, retireDocument, saveRevision } from "#db/testing/factories";
import { everyPerson, insiders, type Rows, unique, type World } from "#lib/auth/testing/roles";
import * as documents from "#lib/documents/commands";
import { followDocument } from "#lib/documents/following/follow-commands";
import * as marks from "#lib/documents/marks/mark-commands";
import { putDocument } from "#lib/documents/put";
import { reviewDocument } from "#lib/documents/reviews/review-commands";
import * as suggestions from "#lib/documents/suggestions/suggestion-commands";
import { addUpload } from "#lib/documents/uploads/upload-commands";

export const documentsRows: Rows = {
  "documents/commands.writeDocument": {
    may: insiders,
    run: (viewer, { service }) =>
      documents.writeDocument(viewer, {
        service: service.slug,
        kind: "note",
        title: "How it works",
        slug: unique(),
        body: "",
      }),
  },
  "documents/commands.saveDocument": {
    may: insiders,
    run: async (viewer, world) =>
      documents.saveDocument(viewer, { ...addressOf(await written(world)), body: "Shorter" }),
  },
  "documents/commands.bringBackRevision": {
    may: insiders,
    run: async (viewer, world) => {
      const document = await written(world);
      await saveRevision(db(), document, { body: "Shorter" });
      return documents.bringBackRevision(viewer, { ...addressOf(document), revision: 1 });
    },
  },
  "documents/commands.moveDocument": {
    may: insiders,
    run: async (viewer, world) =>
      documents.moveDocument(viewer, { ...addressOf(await written(world)), title: "Moved", toSlug: unique() }),
  },
  "documents/commands.retireDocument": {
    may: insiders,
    run: async (viewer, world) => documents.retireDocument(viewer, addressOf(await written(world))),
  },
  "documents/commands.restoreDocument": {
    may: insiders,
    run: async (viewer, world) => {
      const document = await written(world);
      await retireDocument(db(), document);
      return documents.restoreDocument(viewer, addressOf(document));
    },
  },
  "documents/put.putDocument": {
    may: insiders,
    run: (viewer, { service }) =>
      putDocument(
        viewer,
        { service: service.slug, kind: "runbook", slug: unique() },
        { title: "Cold cache", body: "" },
      ),
  },
  "documents/uploads/upload-commands.addUpload": {
    may: insiders,
    run: (viewer, { service }) =>
      addUpload(viewer, { service: service.slug, name: "load.csv", content: new TextEncoder().encode(unique()) }),
  },
  "documents/following/follow-commands.followDocument": {
    may: everyPerson,
    run: async (viewer, world) => followDocument(viewer, { ...addressOf(await written(world)), isFollowed: true }),
  },
  "documents/reviews/review-commands.reviewDocument": {
    may: ["member", "lead", "opsMember", "memberWriteToken"],
    run: async (viewer, world) => reviewDocument(viewer, { ...addressOf(await written(world)), revision: 1 }),
  },
  "documents/marks/mark-commands.markStep": {
    may: everyPerson,
    run: async (viewer, world) =>
      marks.markStep(viewer, {
        ...addressOf(await written(world)),
        ...{ revision: 1, anchor: "mitigation-1", verdict: "worked", idempotencyKey: crypto.randomUUID() },
      }),
  },
  "documents/marks/mark-commands.unmarkStep": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, world) => {
      const mark = await createMark(db(), await written(world), { by: world.delivery.member });
      return marks.unmarkStep(viewer, { mark: mark.id });
    },
  },
  "documents/suggestions/suggestion-commands.makeSuggestion": {
    may: everyPerson,
    run: async (viewer, world) => {
      const words = { baseRevision: 1, title: "Another title", body: "" };
      return suggestions.makeSuggestion(viewer, { ...addressOf(await written(world)), ...words });
    },
  },
  "documents/suggestions/suggestion-commands.acceptSuggestion": {
    may: insiders,
    run: async (viewer, world) => suggestions.acceptSuggestion(viewer, await suggested(world, world.newcomer)),
  },
  "documents/suggestions/suggestion-commands.declineSuggestion": {
    may: insiders,
    run: async (viewer, world) => suggestions.declineSuggestion(viewer, await suggested(world, world.newcomer)),
  },
  "documents/suggestions/suggestion-commands.withdrawSuggestion": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, world) => suggestions.withdrawSuggestion(viewer, await suggested(world, world.delivery.member)),
  },
};

const suggested = async (world: World, by: Person) => ({
  suggestion: (await createSuggestion(db(), await written(world), { by })).id,
});
const written = ({ service }: World) => createDocument(db(), { service });
const addressOf = ({ service, kind, slug }: Document) => ({ service: service.slug, kind, slug });

import type { ImportDifference, ImportNote, RejectedDocument } from "#db/schema";
import { type Accepted, acceptDescriptors } from "#lib/imports/accept";
import { applyDescriptor } from "#lib/imports/apply-descriptor";
import { applyLists } from "#lib/imports/apply-lists";
import { CatalogDraft, type Draft } from "#lib/imports/catalog-draft";
import type { Descriptor, Reading, Rejection } from "#lib/imports/descriptor";
import { differencesOf, isChanged } from "#lib/imports/differences";
import { addressOf } from "#lib/imports/entity-reference";
import { rejectGroupLoops } from "#lib/imports/group-loops";
import { heal, makesLoop } from "#lib/imports/heal";
import { pruneEntities } from "#lib/imports/prune";
import type { KnownEntity, Snapshot } from "#lib/imports/snapshot";
import type { Place } from "#lib/imports/source-document";

export type PlanOptions = {
  /** The source of documents that name none of their own. */
  source: string;
  prunes: boolean;
  at: Temporal.Instant;
  newId: () => string;
};

export type Plan = {
  catalog: CatalogDraft;
  /** What was there before, by which it is told what has to be written. */
  before: Snapshot;
  created: number;
  changed: number;
  unchanged: number;
  retired: number;
  rejected: RejectedDocument[];
  notes: ImportNote[];
  differences: ImportDifference[];
};

const passOrder = ["person", "team", "entry", "service"];

/** What an import of `readings` comes to, given what is there. Pure: nothing is read and nothing written. */
export function planImport(before: Snapshot, readings: readonly Reading[], options: PlanOptions): Plan {
  const catalog = new CatalogDraft(before);
  const { accepted, rejections } = judge(catalog, readings, options.newId);
  for (const one of accepted) bringBack(one);
  const inOrder = accepted.toSorted((a, b) => passOrder.indexOf(a.thing.noun) - passOrder.indexOf(b.thing.noun));
  for (const one of inOrder) applyDescriptor(catalog, one, options.source, options.at);
  for (const one of inOrder) applyLists(catalog, one);
  healWaiting(catalog, accepted);
  const loops = cutPartLoops(catalog, accepted);
  const pruning = options.prunes ? prune(catalog, before, readings, accepted, rejections, options) : nothingPruned;

  const created = accepted.filter(({ thing }) => !thing.before).length;
  const changed = accepted.filter(({ thing }) => thing.before && isChanged(thing)).length;
  const locations = readings.filter(({ kind }) => kind === "location").length;
  return {
    catalog,
    before,
    created,
    changed,
    unchanged: accepted.length - created - changed + locations,
    retired: pruning.retired.length,
    rejected: inReadingOrder(readings, rejections.map(toRejectedDocument)),
    notes: [...readings.flatMap(locationNotes), ...accepted.flatMap(notesOf), ...loops, ...pruning.notes].map(storable),
    differences: differencesOf(catalog),
  };
}

function judge(catalog: CatalogDraft, readings: readonly Reading[], newId: () => string) {
  const descriptors = readings.flatMap((one) => (one.kind === "descriptor" ? [one.descriptor] : []));
  const unread = readings.flatMap((one) => (one.kind === "rejection" ? [one.rejection] : []));
  const found = acceptDescriptors(catalog, descriptors, newId);
  const loopless = rejectGroupLoops(catalog, found.accepted);
  return {
    accepted: loopless.accepted,
    rejections: [...unread, ...found.rejections, ...loopless.rejections],
  };
}

/** What pruning retired returns with its descriptor, and so does a retired thing that a new descriptor finds. */
function bringBack({ thing, entity, isAdopting }: Accepted): void {
  if ((entity?.isVanished || isAdopting) && thing.row.retiredAt) thing.row.retiredAt = null;
}

/** Descriptors outside this run may have been waiting for something in it. */
function healWaiting(catalog: CatalogDraft, accepted: readonly Accepted[]): void {
  const arrivals = new Map<string, Draft>();
  for (const { descriptor, thing } of accepted) {
    arrivals.set(addressOf(descriptor.reference), thing);
    if (thing.row.email) arrivals.set(`user:${thing.row.email}`, thing);
  }
  const heard = new Set(accepted.map(({ descriptor }) => descriptor.reference));
  for (const waiting of catalog.dangling()) {
    const thing = heard.has(waiting.reference) ? undefined : arrivals.get(waiting.target);
    if (thing) heal(catalog, waiting, thing);
  }
}

/** A thing that would be part of itself, by however many steps, stays where it was. */
function cutPartLoops(catalog: CatalogDraft, accepted: readonly Accepted[]): ImportNote[] {
  return accepted.flatMap(({ descriptor, thing }) => {
    const whole = catalog.things.get(String(thing.row.partOfId));
    if (!whole || thing.row.partOfId === thing.before?.partOfId || !makesLoop(catalog, thing, "partOfId", whole))
      return [];
    thing.row.partOfId = null;
    const note = `${descriptor.reference} would be part of itself by way of ${whole.slug}; that was left out.`;
    return [{ source: descriptor.location, line: descriptor.line, note }];
  });
}

const nothingPruned = { retired: [] as Draft[], notes: [] as ImportNote[] };

function prune(
  catalog: CatalogDraft,
  before: Snapshot,
  readings: readonly Reading[],
  accepted: readonly Accepted[],
  rejections: readonly Rejection[],
  { source, at }: PlanOptions,
) {
  const sources = new Set(sourcesOf(readings, source));
  const present = new Set(accepted.map(({ descriptor }) => descriptor.reference));
  for (const { reference } of rejections) if (reference) present.add(reference);
  // Of a document that could not be read nobody knows what it describes: everything from its file stays.
  const unreadable = new Set(rejections.filter(({ reference }) => !reference).map(({ location }) => location));
  const isGone = (entity: KnownEntity) =>
    sources.has(entity.source) && !entity.isVanished && !present.has(entity.reference);
  const gone = before.entities.filter((entity) => isGone(entity) && catalog.entities.has(entity.reference));
  const hiding = new Set(rejections.flatMap((one) => (one.hidesOthers ? [one.source ?? source] : [])));
  const spared = gone.filter((entity) => unreadable.has(entity.location) || hiding.has(entity.source));
  const isSpared = new Set(spared);
  const { retired, notes } = pruneEntities(
    catalog,
    gone.filter((entity) => !isSpared.has(entity)),
    at,
  );
  return {
    retired,
    notes: [
      ...notes.map(({ location, line, note }) => ({ source: location, line, note })),
      ...spared.map(({ reference, location, line }) => ({
        source: location,
        line,
        note: `${reference} was not found, but stays: not everything could be read.`,
      })),
    ],
  };
}

/** The sources of an import; `own` is that of documents that name none. */
export function sourcesOf(readings: readonly Reading[], own: string): string[] {
  return [...new Set([own, ...readings.map((one) => sourceOf(one) ?? own)])];
}

function sourceOf(reading: Reading): string | undefined {
  if (reading.kind === "descriptor") return reading.descriptor.source;
  if (reading.kind === "watch") return reading.watch.source;
  if (reading.kind === "written") return reading.written.source;
  if (reading.kind === "rules") return reading.rules.source;
  return reading.kind === "rejection" ? reading.rejection.source : undefined;
}

function notesOf({ descriptor }: Accepted): ImportNote[] {
  return descriptor.notes.map(({ line, note }) => ({ source: descriptor.location, line, note }));
}

function locationNotes(reading: Reading): ImportNote[] {
  if (reading.kind !== "location") return [];
  return reading.notes.map(({ line, note }) => ({ source: reading.place.location, line, note }));
}

export const toRejectedDocument = ({
  location,
  document,
  line,
  reason,
}: Rejection | (Descriptor & { reason: string })) => ({
  source: location,
  document,
  line,
  reason: storableText(reason),
});

const storable = (note: ImportNote): ImportNote => ({ ...note, note: storableText(note.note) });

/** Messages quote what was read, in which there may be what a database cannot hold. */
const storableText = (text: string) => text.replaceAll("\0", "�").toWellFormed();

/** Rejections as their documents stand in what was read, not as they were found. */
export function inReadingOrder(
  readings: readonly Reading[],
  rejected: readonly RejectedDocument[],
): RejectedDocument[] {
  const order = new Map<string, number>();
  for (const [index, one] of readings.entries()) {
    const { location, document } = placeOf(one);
    order.set(`${location} ${document}`, index);
  }
  const rank = ({ source, document }: RejectedDocument) => order.get(`${source} ${document}`) ?? 0;
  return rejected.toSorted((one, other) => rank(one) - rank(other));
}

function placeOf(reading: Reading): Place {
  switch (reading.kind) {
    case "descriptor":
      return reading.descriptor;
    case "watch":
      return reading.watch;
    case "written":
      return reading.written;
    case "rules":
      return reading.rules;
    case "rejection":
      return reading.rejection;
    case "location":
      return reading.place;
  }
}

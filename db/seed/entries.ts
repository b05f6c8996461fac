import { dependencies, entries } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, fixtures, longAgo, named, record } from "#db/seed/history";
import { serviceName, slugOf, uniqueName } from "#db/seed/names";
import type { Service } from "#db/seed/services";
import type { Team } from "#db/seed/teams";

export type Entry = Row<typeof entries>;
export type Dependency = Row<typeof dependencies>;

type By = { by?: Actor };
type EntryRow = Omit<Entry, "createdAt" | "changedAt" | "ownerTeamId" | "partOfId">;
type EntryFacts = Partial<EntryRow> & By & { owner?: Team; partOf?: Entry };

/** An API, unless `facts` name another kind. */
export function draftEntry(draft: Draft, { by = fixtures, ...facts }: EntryFacts = {}, at = longAgo): Entry {
  const { owner, partOf, ...columns } = facts;
  const name = facts.name ?? uniqueName(serviceName);
  const entry = {
    id: crypto.randomUUID(),
    kind: "api" as const,
    slug: slugOf(name),
    name,
    description: null,
    type: null,
    lifecycle: "production",
    repository: null,
    links: [],
    ownerReference: null,
    retiredAt: null,
    ...columns,
    ownerTeamId: owner?.id ?? null,
    partOfId: partOf?.id ?? null,
    createdAt: at,
    changedAt: at,
  };
  draft.add(entries, entry);
  record(draft, at, by, [entry.id, owner?.id], { kind: "entry.created", entry: named(entry), entryKind: entry.kind });
  return entry;
}

type Need = By & {
  on: Service | Entry;
  kind?: "hard" | "soft";
  relation?: "depends-on" | "consumes-api" | "provides-api";
  source?: string | null;
};

/** `thing` needs `on`, hard unless said otherwise. A service's history tells of it; an entry's does not. */
export function draftDependency(draft: Draft, thing: Service | Entry, need: Need, at = longAgo): Dependency {
  const { on, kind = "hard", relation = "depends-on", source = null, by = fixtures } = need;
  const dependency = { id: crypto.randomUUID(), ...beginning(thing), ...end(on), kind, relation, source };
  draft.add(dependencies, dependency);
  if (isService(thing)) {
    const detail = { service: named(thing), needs: named(on), strength: kind };
    record(draft, at, by, [thing.id, on.id], { kind: "service.dependency-added", ...detail });
  }
  return dependency;
}

const isService = (thing: Service | Entry): thing is Service => "owners" in thing;

function beginning(thing: Service | Entry) {
  return isService(thing)
    ? { fromServiceId: thing.id, fromEntryId: null }
    : { fromServiceId: null, fromEntryId: thing.id };
}

function end(thing: Service | Entry) {
  return isService(thing) ? { toServiceId: thing.id, toEntryId: null } : { toServiceId: null, toEntryId: thing.id };
}

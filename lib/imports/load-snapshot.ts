import "server-only";
import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client";
import {
  danglingReferences,
  dependencies,
  entries,
  importedEntities,
  memberships,
  people,
  services,
  teams,
} from "#db/schema";
import type { Descriptor } from "#lib/imports/descriptor";
import { addressOf, emailOf, partsOf } from "#lib/imports/entity-reference";
import { toEntity, toEntryThing, toPersonThing, toServiceThing, toTeamThing } from "#lib/imports/rows";
import type { Dangling, KnownEntity, Snapshot, Thing } from "#lib/imports/snapshot";

/** Whether the column's value is in the list, which travels as one parameter however long it is. */
export const isOneOf = (column: AnyPgColumn, list: Iterable<string>, type: "text" | "uuid" = "text"): SQL =>
  sql`${column} in (select jsonb_array_elements_text(${JSON.stringify([...new Set(list)])}::jsonb)::${sql.raw(type)})`;

/**
 * As much of the catalog as the descriptors touch, and what came from `prunedSources` before. Rows that an import may
 * change are locked, so that no edit by hand comes in between.
 */
export async function loadSnapshot(
  tx: Tx,
  descriptors: readonly Descriptor[],
  prunedSources: readonly string[],
): Promise<Snapshot> {
  const references = descriptors.map(({ reference }) => reference);
  const emails = descriptors.flatMap(({ fields }) =>
    typeof fields.email?.value === "string" ? [fields.email.value] : [],
  );
  const arrivals = [...references.map(addressOf), ...emails.map((email) => `user:${email}`)];
  const dangling = await loadDangling(tx, references, arrivals);
  const speakers = dangling.map(({ reference }) => reference);

  const own = await loadEntities(
    tx,
    sql`${isOneOf(importedEntities.reference, [...references, ...speakers])} or ${isOneOf(importedEntities.source, prunedSources)}`,
  );
  const targets = [...descriptors, ...own].flatMap(({ fields }) => targetsOf(fields));
  const others = await loadEntities(tx, isOneOf(importedEntities.reference, targets));
  const entities = uniqueBy([...own, ...others], ({ reference }) => reference);

  const owners = own.flatMap(({ noun, thingId }) => (noun === "team" && prunedSources.length > 0 ? [thingId] : []));
  const things = await loadThings(tx, { references: [...references, ...targets], emails, linked: entities, owners });
  const behind = await loadEntities(tx, isLinkedTo(things));
  const ownIds = own.map(({ thingId }) => thingId);
  return {
    things,
    entities: uniqueBy([...entities, ...behind], ({ reference }) => reference),
    edges: await loadEdges(tx, ownIds),
    memberships: await loadMemberships(tx, ownIds),
    dangling,
  };
}

/** The things whose descriptors left `dangling` references, and the thing that has arrived. */
export async function loadSpeakers(
  tx: Tx,
  dangling: Dangling[],
  arrival: { serviceId?: string; teamId?: string; personId?: string },
): Promise<Snapshot> {
  const speakers = dangling.map(({ reference }) => reference);
  const own = await loadEntities(tx, isOneOf(importedEntities.reference, speakers));
  const arrived: [KnownEntity["noun"], string | undefined][] = [
    ["service", arrival.serviceId],
    ["team", arrival.teamId],
    ["person", arrival.personId],
  ];
  const also = arrived.flatMap(([noun, thingId]) => (thingId ? [{ noun, thingId }] : []));
  const things = await loadThings(tx, { references: [], emails: [], linked: [...own, ...also], owners: [] });
  const ids = [...own, ...also].map(({ thingId }) => thingId);
  const behind = await loadEntities(tx, isLinkedTo(things));
  return {
    things,
    entities: uniqueBy([...own, ...behind], ({ reference }) => reference),
    edges: await loadEdges(tx, ids),
    memberships: await loadMemberships(tx, ids),
    dangling,
  };
}

/** Every reference that the fields of a descriptor hold. */
export function targetsOf(fields: Record<string, { value: unknown }>): string[] {
  return Object.values(fields)
    .flatMap(({ value }) => value)
    .filter((value): value is string => typeof value === "string" && /^[a-z]+:\S+$/.test(value));
}

function loadDangling(tx: Tx, references: string[], arrivals: string[]): Promise<Dangling[]> {
  return tx
    .select()
    .from(danglingReferences)
    .where(or(isOneOf(danglingReferences.reference, references), isOneOf(danglingReferences.target, arrivals)));
}

export async function loadEntities(tx: Tx, where: SQL | undefined): Promise<KnownEntity[]> {
  return (await tx.select().from(importedEntities).where(where)).map(toEntity);
}

type Wanted = {
  references: string[];
  emails: string[];
  linked: Pick<KnownEntity, "noun" | "thingId">[];
  /** Teams of which everything that they own is wanted. */
  owners: string[];
};

async function loadThings(tx: Tx, { references, emails, linked, owners }: Wanted): Promise<Thing[]> {
  const idsOf = (wanted: KnownEntity["noun"]) =>
    linked.flatMap(({ noun, thingId }) => (noun === wanted ? [thingId] : []));
  const slugs = new Map<string, string[]>();
  for (const address of new Set(references.map(addressOf))) {
    const { kind, name } = partsOf(address);
    slugs.set(kind, [...(slugs.get(kind) ?? []), name]);
  }
  const slugsOf = (kind: string) => slugs.get(kind) ?? [];
  const mails = [...emails, ...references.flatMap((reference) => emailOf(reference) ?? [])];

  const peopleRows = await tx
    .select()
    .from(people)
    .where(
      or(
        isOneOf(people.id, idsOf("person"), "uuid"),
        isOneOf(people.handle, slugsOf("user")),
        isOneOf(people.email, mails),
      ),
    )
    .orderBy(asc(people.id))
    .for("no key update");
  const teamRows = await tx.select().from(teams).orderBy(asc(teams.id)).for("no key update");
  const entryRows = await tx
    .select()
    .from(entries)
    .where(
      or(
        isOneOf(entries.id, idsOf("entry"), "uuid"),
        ...(["api", "resource", "system", "domain"] as const).map((kind) =>
          and(eq(entries.kind, kind), isOneOf(entries.slug, slugsOf(kind))),
        ),
        isOneOf(entries.ownerTeamId, owners, "uuid"),
      ),
    )
    .orderBy(asc(entries.id))
    .for("no key update");
  const serviceRows = await tx
    .select()
    .from(services)
    .where(
      or(
        isOneOf(services.id, idsOf("service"), "uuid"),
        isOneOf(services.slug, slugsOf("component")),
        isOneOf(services.deliveryTeamId, owners, "uuid"),
        isOneOf(services.opsTeamId, owners, "uuid"),
      ),
    )
    .orderBy(asc(services.id))
    .for("no key update");
  return [
    ...peopleRows.map(toPersonThing),
    ...teamRows.map(toTeamThing),
    ...entryRows.map(toEntryThing),
    ...serviceRows.map(toServiceThing),
  ];
}

function isLinkedTo(things: readonly Thing[]): SQL {
  const ids = (noun: Thing["noun"]) => things.filter((thing) => thing.noun === noun).map(({ id }) => id);
  return sql.join(
    [
      isOneOf(importedEntities.serviceId, ids("service"), "uuid"),
      isOneOf(importedEntities.entryId, ids("entry"), "uuid"),
      isOneOf(importedEntities.teamId, ids("team"), "uuid"),
      isOneOf(importedEntities.personId, ids("person"), "uuid"),
    ],
    sql` or `,
  );
}

function loadEdges(tx: Tx, ids: string[]) {
  return tx
    .select({
      from: dependencies.fromId,
      to: dependencies.toId,
      relation: dependencies.relation,
      source: dependencies.source,
    })
    .from(dependencies)
    .where(or(isOneOf(dependencies.fromId, ids, "uuid"), isOneOf(dependencies.toId, ids, "uuid")));
}

function loadMemberships(tx: Tx, ids: string[]) {
  return tx
    .select({ teamId: memberships.teamId, personId: memberships.personId, role: memberships.role })
    .from(memberships)
    .where(
      and(
        isNull(memberships.endsAt),
        or(isOneOf(memberships.teamId, ids, "uuid"), isOneOf(memberships.personId, ids, "uuid")),
      ),
    );
}

function uniqueBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

import type { Accepted } from "#lib/imports/accept";
import type { CatalogDraft } from "#lib/imports/catalog-draft";
import type { Rejection } from "#lib/imports/descriptor";
import { statement } from "#lib/imports/statements";

type Parents = Map<string, string>;

/**
 * Rejects, in the order of the documents, each group that would close a loop of parents. A rejected group keeps the
 * parent that it has, so the others are judged again with that.
 */
export function rejectGroupLoops(
  catalog: CatalogDraft,
  accepted: readonly Accepted[],
): { accepted: Accepted[]; rejections: Rejection[] } {
  let remaining = [...accepted];
  const rejections: Rejection[] = [];
  for (;;) {
    const loop = firstLoop(catalog, remaining);
    if (!loop) return { accepted: remaining, rejections };
    rejections.push({ ...loop.culprit.descriptor, reason: loop.reason });
    remaining = remaining.filter((one) => one !== loop.culprit);
    takeBack(catalog, loop.culprit);
  }
}

function takeBack(catalog: CatalogDraft, { descriptor, thing, entity }: Accepted): void {
  const linked = catalog.entities.get(descriptor.reference);
  if (!entity && linked) catalog.unlink(linked);
  if (!thing.before) catalog.remove(thing);
}

function firstLoop(catalog: CatalogDraft, accepted: readonly Accepted[]) {
  const groups = accepted.filter(({ thing }) => thing.noun === "team");
  const own = new Map(groups.map((group) => [group.descriptor.reference, group.descriptor]));
  const judged = new Set(groups.map(({ thing }) => thing.id));
  const parents: Parents = new Map();
  for (const { id, noun, row } of catalog.things.values()) {
    if (noun === "team" && !judged.has(id) && typeof row.parentId === "string") parents.set(id, row.parentId);
  }
  for (const culprit of groups) {
    const parent = parentOf(catalog, culprit);
    const claims = childrenOf(catalog, culprit).filter(({ reference }) => {
      const stated = own.get(reference)?.fields.parent?.value ?? statement(catalog, reference, "parent");
      return stated === undefined;
    });
    const proposals = [
      ...(parent ? [{ child: culprit.thing.id, parent }] : []),
      ...claims.map(({ id }) => ({ child: id, parent: culprit.thing.id })),
    ];
    for (const { child, parent: above } of proposals) {
      if (child !== culprit.thing.id && parents.has(child)) continue;
      const path = pathUp(parents, above, child);
      if (path)
        return {
          culprit,
          reason: `${culprit.descriptor.reference} closes a loop of groups: ${words(catalog, [child, ...path])}.`,
        };
      parents.set(child, above);
    }
  }
  return undefined;
}

/** The parent that the group will have: what a person chose stays while the source has not changed. */
function parentOf(catalog: CatalogDraft, { descriptor, thing, entity }: Accepted): string | undefined {
  const next = descriptor.fields.parent?.value as string | undefined;
  const before = entity?.fields.parent?.value;
  const target = next ? catalog.resolve(next, "team")?.id : undefined;
  if (thing.before && entity && before === next) return (thing.row.parentId as string | null) ?? target;
  return target ?? (next ? undefined : ((thing.row.parentId as string | null) ?? undefined));
}

function childrenOf(catalog: CatalogDraft, { descriptor }: Accepted): { id: string; reference: string }[] {
  const references = (descriptor.fields.children?.value ?? []) as string[];
  return references.flatMap((reference) => {
    const child = catalog.resolve(reference, "team");
    return child ? [{ id: child.id, reference }] : [];
  });
}

/** The way from `from` up to `to`, or undefined when it does not get there. */
function pathUp(parents: Parents, from: string, to: string): string[] | undefined {
  const path = [from];
  for (let at: string | undefined = from; at !== undefined && path.length <= parents.size + 1; at = parents.get(at)) {
    if (at !== from) path.push(at);
    if (at === to) return path;
  }
  return undefined;
}

const words = (catalog: CatalogDraft, ids: readonly string[]) =>
  ids.map((id) => catalog.things.get(id)?.slug ?? "?").join(" → ");

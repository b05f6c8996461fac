import type { CatalogDraft, Draft } from "#lib/imports/catalog-draft";
import type { Descriptor, Rejection } from "#lib/imports/descriptor";
import { nounOf } from "#lib/imports/entity-kinds";
import { addressOf } from "#lib/imports/entity-reference";
import { emptyRow } from "#lib/imports/layout";
import type { KnownEntity } from "#lib/imports/snapshot";

/** A descriptor with the thing that it is about: one that it made before, one that it finds here, or a new one. */
export type Accepted = {
  descriptor: Descriptor;
  thing: Draft;
  /** What the descriptor said last time. */
  entity: KnownEntity | undefined;
  /** The thing was here before its descriptor. */
  isAdopting: boolean;
};

/** Finds each descriptor its thing. One whose name, address or e-mail is another's is rejected, naming the other. */
export function acceptDescriptors(
  catalog: CatalogDraft,
  descriptors: readonly Descriptor[],
  newId: () => string,
): { accepted: Accepted[]; rejections: Rejection[] } {
  const accepted: Accepted[] = [];
  const rejections: Rejection[] = [];
  const first = new Map<string, Descriptor>();
  for (const descriptor of descriptors) {
    const claims = claimsOf(descriptor);
    const reason = faultOfClaims(descriptor, claims, first) ?? faultOfPresent(catalog, descriptor);
    if (reason) {
      rejections.push({ ...descriptor, reason });
      continue;
    }
    for (const claim of claims) first.set(claim, descriptor);
    const one = findThing(catalog, descriptor, newId);
    if (!one.entity) catalog.link(unheard(one));
    accepted.push(one);
  }
  return { accepted, rejections };
}

/** What only one descriptor of a run can have: its name, its address in the portal, a person's e-mail. */
function claimsOf(descriptor: Descriptor): string[] {
  const email = emailClaim(descriptor);
  return [
    `name ${descriptor.reference}`,
    `address ${addressOf(descriptor.reference)}`,
    ...(email ? [`e-mail ${email}`] : []),
  ];
}

function faultOfClaims(
  descriptor: Descriptor,
  claims: readonly string[],
  first: ReadonlyMap<string, Descriptor>,
): string | undefined {
  const claim = claims.find((one) => first.has(one));
  const other = claim && first.get(claim);
  if (!other) return undefined;
  const where = `${other.location}, line ${other.line}`;
  if (other.reference === descriptor.reference) return `${descriptor.reference} is already described in ${where}.`;
  const [what, value] = claim.split(" ");
  return `The ${what} “${what === "address" ? descriptor.slug : value}” is already that of ${other.reference} in ${where}.`;
}

function faultOfPresent(catalog: CatalogDraft, descriptor: Descriptor): string | undefined {
  const entity = catalog.entities.get(descriptor.reference);
  const own = entity && catalog.things.get(entity.thingId);
  const byAddress = own ?? catalog.byKey(addressOf(descriptor.reference));
  if (!own && byAddress && isTaken(catalog, byAddress)) {
    return `The address “${descriptor.slug}” is already that of ${nameOf(catalog, byAddress)}.`;
  }
  const email = emailClaim(descriptor);
  const byEmail = email ? catalog.byEmail(email) : undefined;
  if (!byEmail || byEmail === own) return undefined;
  const isOther = byAddress !== undefined && byAddress !== byEmail;
  return isOther || isTaken(catalog, byEmail)
    ? `The e-mail “${email}” is already that of ${nameOf(catalog, byEmail)}.`
    : undefined;
}

// A descriptor that vanished from its source no longer holds its thing: its successor may have another name.
const isTaken = (catalog: CatalogDraft, thing: Draft) => catalog.entityOf(thing)?.isVanished === false;

function nameOf(catalog: CatalogDraft, thing: Draft): string {
  const entity = catalog.entityOf(thing);
  return entity ? `${entity.reference} from ${entity.location}` : String(thing.row.name);
}

function findThing(catalog: CatalogDraft, descriptor: Descriptor, newId: () => string): Accepted {
  const entity = catalog.entities.get(descriptor.reference);
  const own = entity && catalog.things.get(entity.thingId);
  if (own) return { descriptor, thing: own, entity, isAdopting: false };
  const email = emailClaim(descriptor);
  const found = catalog.byKey(addressOf(descriptor.reference)) ?? (email ? catalog.byEmail(email) : undefined);
  if (!found) return { descriptor, thing: begin(catalog, descriptor, newId()), entity: undefined, isAdopting: false };
  const predecessor = catalog.entityOf(found);
  if (predecessor) catalog.unlink(predecessor);
  if (found.noun === "person") found.row.handle ??= descriptor.slug;
  return { descriptor, thing: found, entity: undefined, isAdopting: true };
}

/** A descriptor that stands behind its thing, of which nothing has been read yet. */
function unheard({ descriptor, thing, isAdopting }: Accepted): KnownEntity {
  const { reference, source = "", location, line } = descriptor;
  return {
    ...{ reference, source, location, line, digest: "", fields: {} },
    ...{ noun: thing.noun, thingId: thing.id, isAdopted: isAdopting, isVanished: false },
  };
}

function begin(catalog: CatalogDraft, { kind, slug, reference, fields }: Descriptor, id: string): Draft {
  const noun = nounOf(kind) as Draft["noun"];
  const row = emptyRow(noun);
  if (noun === "entry") row.kind = kind;
  if (noun === "person") Object.assign(row, { handle: slug, email: fields.email?.value ?? null });
  return catalog.add({ noun, id, slug, key: addressOf(reference), before: undefined, row, isTouched: false });
}

const emailClaim = ({ kind, fields }: Descriptor) =>
  kind === "user" ? (fields.email?.value as string | undefined) : undefined;

import { type Noun, nounOf } from "#lib/imports/entity-kinds";
import { addressOf, type EntityReference, emailOf } from "#lib/imports/entity-reference";
import type { Dangling, Edge, KnownEntity, Membership, Row, Snapshot } from "#lib/imports/snapshot";

/** A thing on its way from what it was to what it is to be; `before` is missing for one that is to be created. */
export type Draft = {
  noun: Noun;
  id: string;
  slug: string;
  key: string;
  before: Row | undefined;
  row: Row;
  /** Its needs or members change, besides its row. */
  isTouched: boolean;
};

export type DraftedEdge = Edge & { was: Edge | undefined; isKept: boolean };
export type DraftedMembership = Membership & { isNew: boolean; isKept: boolean };

/** The catalog while a plan is made: what is there, changed step by step to what is to be. Nothing here is stored. */
export class CatalogDraft {
  readonly things = new Map<string, Draft>();
  readonly entities = new Map<EntityReference, KnownEntity>();
  readonly edges = new Map<string, DraftedEdge>();
  readonly memberships = new Map<string, DraftedMembership>();
  readonly #byKey = new Map<string, Draft>();
  readonly #byEmail = new Map<string, Draft>();
  readonly #linked = new Map<string, KnownEntity>();
  readonly #dangling = new Map<string, Dangling>();
  readonly #danglingBefore = new Set<string>();
  readonly #danglingOf = new Map<EntityReference, Dangling[]>();

  constructor({ things, entities, edges, memberships, dangling }: Snapshot) {
    for (const { row, ...thing } of things) this.add({ ...thing, before: row, row: { ...row }, isTouched: false });
    for (const entity of entities) {
      this.entities.set(entity.reference, entity);
      this.#linked.set(entity.thingId, entity);
    }
    for (const edge of edges) this.edges.set(pair(edge.from, edge.to), { ...edge, was: edge, isKept: true });
    for (const one of memberships)
      this.memberships.set(pair(one.teamId, one.personId), { ...one, isNew: false, isKept: true });
    for (const one of dangling) {
      this.#dangling.set(danglingKey(one), one);
      this.#danglingBefore.add(danglingKey(one));
      this.#danglingOf.set(one.reference, [...(this.#danglingOf.get(one.reference) ?? []), one]);
    }
  }

  add(draft: Draft): Draft {
    this.things.set(draft.id, draft);
    this.#byKey.set(draft.key, draft);
    const { email } = draft.row;
    if (draft.noun === "person" && typeof email === "string") this.#byEmail.set(email, draft);
    return draft;
  }

  /** Takes back a thing that was to be created. */
  remove(draft: Draft): void {
    this.things.delete(draft.id);
    this.#byKey.delete(draft.key);
    if (typeof draft.row.email === "string") this.#byEmail.delete(draft.row.email);
  }

  /** The descriptor that stands behind a thing, if one does. */
  entityOf(thing: { id: string }): KnownEntity | undefined {
    return this.#linked.get(thing.id);
  }

  /** Puts a descriptor behind a thing, or a new state of it. */
  link(entity: KnownEntity): void {
    this.entities.set(entity.reference, entity);
    this.#linked.set(entity.thingId, entity);
  }

  unlink(entity: KnownEntity): void {
    this.entities.delete(entity.reference);
    this.#linked.delete(entity.thingId);
  }

  byKey(key: string): Draft | undefined {
    return this.#byKey.get(key);
  }

  byEmail(email: string): Draft | undefined {
    return this.#byEmail.get(email);
  }

  /**
   * The thing that a reference leads to: the one that its descriptor made, even if it was renamed since, else the
   * one with that address. Things that are retired count only when asked for.
   */
  resolve(reference: EntityReference, noun: Noun, { evenRetired = false } = {}): Draft | undefined {
    if (nounOf(reference.split(":", 1)[0] ?? "") !== noun) return undefined;
    const entity = this.entities.get(reference);
    const email = emailOf(reference);
    const found = entity
      ? this.things.get(entity.thingId)
      : email
        ? this.byEmail(email)
        : this.byKey(addressOf(reference));
    if (!found || (found.row.retiredAt && !evenRetired)) return undefined;
    return found;
  }

  addEdge(edge: Edge, speaker: Draft): void {
    const key = pair(edge.from, edge.to);
    const present = this.edges.get(key);
    if (edge.from === edge.to || present?.isKept) return;
    this.edges.set(key, { ...edge, was: present?.was, isKept: true });
    speaker.isTouched = true;
  }

  /** Drops the need if the descriptor `source` states it; `heir` is another descriptor that states it too. */
  dropEdge(from: string, to: string, source: EntityReference, heir: EntityReference | undefined, speaker: Draft): void {
    const edge = this.edges.get(pair(from, to));
    if (!edge?.isKept || edge.source !== source) return;
    if (heir) edge.source = heir;
    else {
      edge.isKept = false;
      speaker.isTouched = true;
    }
  }

  addMembership(team: Draft, person: Draft, speaker: Draft): void {
    const key = pair(team.id, person.id);
    const present = this.memberships.get(key);
    if (present?.isKept) return;
    const isNew = present?.isNew ?? true;
    this.memberships.set(key, {
      teamId: team.id,
      personId: person.id,
      role: present?.role ?? "member",
      isNew,
      isKept: true,
    });
    speaker.isTouched = true;
  }

  dropMembership(team: Draft, person: Draft, speaker: Draft): void {
    const membership = this.memberships.get(pair(team.id, person.id));
    if (!membership?.isKept) return;
    membership.isKept = false;
    speaker.isTouched = true;
  }

  /** Whether the reference led nowhere when the plan began. */
  wasDangling(reference: EntityReference, field: string, target: EntityReference): boolean {
    return this.#danglingBefore.has(danglingKey({ reference, field, target: addressOf(target) }));
  }

  leaveDangling(reference: EntityReference, field: string, target: EntityReference): void {
    const one = { reference, field, target: addressOf(target) };
    this.#dangling.set(danglingKey(one), one);
  }

  /** Forgets what a descriptor left dangling in these fields, to say it anew. */
  forgetLinks(reference: EntityReference, fields: readonly string[]): void {
    for (const one of this.#danglingOf.get(reference) ?? [])
      if (fields.includes(one.field)) this.#dangling.delete(danglingKey(one));
  }

  dangling(): Dangling[] {
    return [...this.#dangling.values()];
  }

  settle(one: Dangling): void {
    this.#dangling.delete(danglingKey(one));
  }

  /** What is newly dangling, and what no longer is. */
  danglingChanges(): { added: Dangling[]; removed: Dangling[] } {
    return {
      added: this.dangling().filter((one) => !this.#danglingBefore.has(danglingKey(one))),
      removed: [...this.#danglingBefore].filter((key) => !this.#dangling.has(key)).map(fromDanglingKey),
    };
  }
}

const pair = (one: string, other: string) => `${one} ${other}`;
const danglingKey = ({ reference, field, target }: Dangling) => `${reference} ${field} ${target}`;

function fromDanglingKey(key: string): Dangling {
  const [reference = "", field = "", target = ""] = key.split(" ");
  return { reference, field, target };
}

import type { ImportedField } from "#db/schema";
import type { Noun } from "#lib/imports/entity-kinds";

/** The columns of a thing that an import reads and writes, by field name; links to other things are ids. */
export type Row = Record<string, unknown>;

/** A service, team, person or entry as it is now. `key` tells entries of different kinds apart: `api:pets`. */
export type Thing = { noun: Noun; id: string; slug: string; key: string; row: Row };

/** What a descriptor said last time, and the thing that it made or found. */
export type KnownEntity = {
  reference: string;
  source: string;
  location: string;
  line: number;
  digest: string;
  fields: Record<string, ImportedField>;
  noun: Noun;
  thingId: string;
  isAdopted: boolean;
  isVanished: boolean;
};

export type Relation = "depends-on" | "consumes-api" | "provides-api";
/** A need between two things; `source` is the reference of the descriptor that states it, null where a person drew it. */
export type Edge = { from: string; to: string; relation: Relation; source: string | null };
export type Membership = { teamId: string; personId: string; role: "member" | "lead" };
/** A reference that leads nowhere yet; `target` is its address, `group:team-a`. */
export type Dangling = { reference: string; field: string; target: string };

/** As much of the catalog as a set of descriptors touches. */
export type Snapshot = {
  things: Thing[];
  entities: KnownEntity[];
  edges: Edge[];
  memberships: Membership[];
  dangling: Dangling[];
};

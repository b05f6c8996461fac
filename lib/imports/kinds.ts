import {
  readCustomerFacing,
  readDocumentation,
  readPagerDutyKeyHash,
  readPagerDutyService,
  readRepository,
  readTier,
} from "#lib/imports/annotations";
import type { EntityKind, Field } from "#lib/imports/entity-kinds";
import { type Envelope, Text } from "#lib/imports/envelope";
import { readLifecycle } from "#lib/imports/lifecycle";
import { readLinks } from "#lib/imports/links";
import { type PathNote, type Self, SpecReader } from "#lib/imports/spec-reader";

type Entity = Envelope & { spec: Record<string, unknown> };
type Fields = Record<string, Field>;

/** The fields of an entity, by the names that the portal has for them; or what makes it unacceptable, and where. */
export function fieldsOf(
  kind: EntityKind,
  entity: Entity,
  self: Self,
): { fields: Fields; notes: PathNote[] } | { reason: string; path: string[] } {
  const spec = new SpecReader(entity.spec, self);
  try {
    const fields = readers[kind](entity, spec, self);
    const given = Object.entries(fields).filter(([, field]) => field.value !== undefined);
    return { fields: Object.fromEntries(given), notes: spec.notes };
  } catch (error) {
    if (error instanceof RangeError) return { reason: `${error.message}.`, path: ["metadata", "annotations"] };
    throw error;
  }
}

const readers: Record<EntityKind, (entity: Entity, spec: SpecReader, self: Self) => Fields> = {
  component: (entity, spec, self) => ({
    ...described(entity, spec),
    lifecycle: lifecycle(spec),
    tier: { value: readTier(entity.metadata.annotations) },
    customerFacing: { value: readCustomerFacing(entity.metadata.annotations) },
    ...owned(spec),
    opsTeam: { value: opsTeam(entity, spec, self) },
    system: { value: spec.reference("system", "system") },
    partOf: { value: spec.reference("subcomponentOf", "component") },
    ...needs(spec),
    consumesApis: { value: spec.references("consumesApis", "api") },
    providesApis: { value: spec.references("providesApis", "api") },
    pagerDutyService: { value: readPagerDutyService(entity.metadata.annotations) },
    pagerDutyKeyHash: { value: readPagerDutyKeyHash(entity.metadata.annotations) },
  }),
  api: (entity, spec) => ({ ...entry(entity, spec), partOf: { value: spec.reference("system", "system") } }),
  resource: (entity, spec) => ({
    ...entry(entity, spec),
    partOf: { value: spec.reference("system", "system") },
    ...needs(spec),
  }),
  system: (entity, spec) => ({ ...entry(entity, spec), partOf: { value: spec.reference("domain", "domain") } }),
  domain: (entity, spec) => ({ ...entry(entity, spec), partOf: { value: spec.reference("subdomainOf", "domain") } }),
  group: (entity, spec) => ({
    name: { value: title(entity, spec) },
    description: { value: description(entity, spec) },
    kind: { value: isOps(entity, spec) ? "ops" : "delivery" },
    parent: { value: spec.reference("parent", "group", { keepsSelf: true }) },
    children: { value: spec.references("children", "group", { keepsSelf: true }) },
    members: { value: spec.references("members", "user") },
  }),
  user: (entity, spec) => ({
    name: { value: title(entity, spec) },
    email: { value: spec.email() },
    memberOf: { value: spec.references("memberOf", "group") },
  }),
};

function described(entity: Entity, spec: SpecReader): Fields {
  const { links, left } = readLinks(entity.metadata.links);
  for (const { path, why } of left) spec.note(path, why);
  return {
    name: { value: title(entity, spec) },
    description: { value: description(entity, spec) },
    type: { value: spec.text("type", 60) },
    repository: { value: readRepository(entity.metadata.annotations) },
    links: { value: [...links, ...readDocumentation(entity.metadata.annotations)] },
  };
}

const entry = (entity: Entity, spec: SpecReader): Fields => ({
  ...described(entity, spec),
  lifecycle: { value: spec.text("lifecycle", 60) },
  ...owned(spec),
});

const owned = (spec: SpecReader): Fields => ({ owner: { value: spec.owner() } });

const needs = (spec: SpecReader): Fields => ({
  dependsOn: { value: spec.references("dependsOn", "component") },
  dependencyOf: { value: spec.references("dependencyOf", "component") },
});

function lifecycle(spec: SpecReader): Field {
  const written = spec.text("lifecycle", 60);
  if (!written) return { value: undefined };
  const value = readLifecycle(written);
  if (value === written.toLowerCase()) return { value };
  spec.note(["spec", "lifecycle"], `The lifecycle “${written}” is read as ${value}.`);
  return { value, written };
}

function opsTeam({ metadata }: Entity, spec: SpecReader, { namespace }: Self): string | undefined {
  const written = metadata.annotations.get("watchbill.dev/ops-team");
  return written ? spec.read(written, { kind: "group", namespace }, ["metadata", "annotations"]) : undefined;
}

/** A group is an ops team when `watchbill.dev/kind` says so, or its type is ops or operations. */
function isOps({ metadata }: Entity, spec: SpecReader): boolean {
  const annotated = metadata.annotations.get("watchbill.dev/kind")?.toLowerCase();
  return annotated ? annotated === "ops" : /^(ops|operations)$/i.test(spec.text("type", 60) ?? "");
}

// People and groups carry their name in a profile; for everything else it is the title.
function title({ metadata, spec }: Entity, reader: SpecReader): string {
  const profile = (spec.profile ?? {}) as Record<string, unknown>;
  const name = Text.safeParse(profile.displayName).data || metadata.title || metadata.name;
  return reader.cut(name.replace(/\p{Cc}+/gu, " "), 120, ["metadata", "title"]);
}

const description = ({ metadata }: Entity, spec: SpecReader) =>
  metadata.description && spec.cut(metadata.description, 4_000, ["metadata", "description"]);

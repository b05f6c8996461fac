import type { z } from "zod";
import { type EntityKind, entityKinds, type Field } from "#lib/imports/entity-kinds";
import { faultOfName, faultOfNamespace, formatReference, slugOf } from "#lib/imports/entity-reference";
import { Envelope, faultOf } from "#lib/imports/envelope";
import { fieldsOf } from "#lib/imports/kinds";
import { holdsRules, type RuleDocument, readRules } from "#lib/imports/rule-document";
import { lineAt, type Place, type SourceDocument } from "#lib/imports/source-document";
import { isWatchKind, readWatch, type WatchDocument, watchKinds } from "#lib/imports/watch-document";
import { isWrittenKind, readWritten, type WrittenDocument, writtenKinds } from "#lib/imports/written-document";

export type Note = { line: number; note: string };

/** An entity as its descriptor has it. Other entities stand in its fields as references. */
export type Descriptor = Place & {
  source?: string;
  kind: EntityKind;
  reference: string;
  slug: string;
  fields: Record<string, Field>;
  notes: Note[];
};

export type Rejection = Place & { source?: string; reason: string; reference?: string; hidesOthers?: boolean };

export type Reading =
  | { kind: "descriptor"; descriptor: Descriptor }
  | { kind: "rejection"; rejection: Rejection }
  /** A Rotation or an EscalationPath of our own, applied when everything else is there. */
  | { kind: "watch"; watch: WatchDocument }
  /** A Runbook or a Signature of our own, applied when its service is there. */
  | { kind: "written"; written: WrittenDocument }
  /** A file of Prometheus rules. */
  | { kind: "rules"; rules: RuleDocument }
  /** A Location: where further files are. It is no thing of the catalog itself. */
  | { kind: "location"; place: Place; notes: Note[] };

const ours = "watchbill.dev/v1";
const longestSlug = 100;

/** Understands one document, or says what is wrong with it and on which line. */
export function readDescriptor(document: SourceDocument): Reading {
  if ("reason" in document) {
    const { source, reason, hidesOthers } = document;
    return { kind: "rejection", rejection: { ...placeOf(document), source, reason, hidesOthers } };
  }
  if (holdsRules(document.value)) {
    const rules = readRules({ ...document, value: document.value });
    return "reason" in rules ? rejected(document, rules.reason) : { kind: "rules", rules };
  }
  const parsed = Envelope.safeParse(document.value);
  if (!parsed.success) return faulty(document, parsed.error);
  const envelope = parsed.data;
  const reject = (reason: string, ...path: string[]) => {
    const { name, namespace = "default" } = envelope.metadata;
    const reference = formatReference({ kind: envelope.kind, namespace, name });
    return rejected({ ...document, line: lineAt(document, path) }, reason, reference);
  };

  const kindFault = faultOfKind(envelope);
  if (kindFault) return reject(kindFault, "kind");
  if (envelope.kind === "Location") return { kind: "location", place: placeOf(document), notes: document.notes ?? [] };
  const { name, namespace = "default" } = envelope.metadata;
  const nameFault = faultOfName(name);
  if (nameFault) return reject(`metadata.name: ${nameFault}.`, "metadata", "name");
  const namespaceFault = faultOfNamespace(namespace);
  if (namespaceFault) return reject(`metadata.namespace: ${namespaceFault}.`, "metadata", "namespace");
  if (!envelope.spec) return reject("spec is missing.", "kind");

  const entity = { ...envelope, spec: envelope.spec };
  const reference = formatReference({ kind: envelope.kind, namespace, name });
  const slug = slugOf(reference);
  if (slug.length > longestSlug)
    return reject(`Namespace and name together have more than ${longestSlug} characters.`, "metadata", "name");
  if (isWatchKind(envelope.kind)) {
    const read = readWatch(document, { ...entity, kind: envelope.kind }, { reference, slug });
    return "reason" in read ? reject(read.reason, ...read.path) : { kind: "watch", watch: read };
  }
  if (isWrittenKind(envelope.kind)) {
    const read = readWritten(document, { ...entity, kind: envelope.kind }, slug);
    return "reason" in read ? reject(read.reason, ...read.path) : { kind: "written", written: read };
  }
  const kind = envelope.kind.toLowerCase() as EntityKind;
  const read = fieldsOf(kind, entity, { kind, namespace, reference });
  if ("reason" in read) return reject(read.reason, ...read.path);
  const notes = [...strayKeys(document.value), ...read.notes].map(({ path, note }) => ({
    line: lineAt(document, path),
    note,
  }));
  const all = [...(document.notes ?? []), ...notes];
  return {
    kind: "descriptor",
    descriptor: {
      ...placeOf(document),
      source: document.source,
      kind,
      reference,
      slug,
      fields: read.fields,
      notes: all,
    },
  };
}

function faultOfKind({ apiVersion, kind }: Envelope): string | undefined {
  if (isWatchKind(kind) || isWrittenKind(kind))
    return apiVersion === ours
      ? undefined
      : `The apiVersion “${apiVersion.slice(0, 60)}” is not read here; write ${ours}.`;
  if (kind !== "Location" && !isEntityKind(kind))
    return `The kind “${kind.slice(0, 60)}” is not read here; read are Component, API, Resource, System, Domain, Group, User, Location, ${[...watchKinds, ...writtenKinds].join(", ")}.`;
  if (!/^backstage\.io\/v1(alpha|beta)\d+$/.test(apiVersion))
    return `The apiVersion “${apiVersion.slice(0, 60)}” is not read here; write backstage.io/v1alpha1.`;
  return undefined;
}

function faulty(
  document: SourceDocument & { value: unknown; lines: Record<string, number> },
  error: z.ZodError,
): Reading {
  const { path, reason } = faultOf(error);
  return rejected({ ...document, line: lineAt(document, path) }, reason, namedReference(document.value));
}

/** Which entity a faulty descriptor is about, where it says so; one of a kind that is not read is about none of ours. */
function namedReference(value: unknown): string | undefined {
  const { kind, metadata } = (value ?? {}) as {
    kind?: unknown;
    metadata?: { name?: unknown; namespace?: unknown } | null;
  };
  if (typeof kind === "string" && kind !== "Location" && !isEntityKind(kind) && !isWatchKind(kind))
    return formatReference({ kind, namespace: "", name: "" });
  const { name, namespace = "default" } = metadata ?? {};
  const isNamed = typeof kind === "string" && typeof name === "string" && typeof namespace === "string";
  return isNamed ? formatReference({ kind, namespace, name }) : undefined;
}

const isEntityKind = (kind: string) => (entityKinds as readonly string[]).includes(kind.toLowerCase());

function rejected(document: Place & { source?: string }, reason: string, reference?: string): Reading {
  return { kind: "rejection", rejection: { ...placeOf(document), source: document.source, reason, reference } };
}

const placeOf = ({ location, document, line }: Place): Place => ({ location, document, line });

const knownKeys = ["apiVersion", "kind", "metadata", "spec", "relations", "status"];

function strayKeys(value: unknown): { path: string[]; note: string }[] {
  return Object.keys(value as object)
    .filter((key) => !knownKeys.includes(key))
    .map((key) => ({ path: [key], note: `“${key.slice(0, 60)}” stands outside metadata and spec and was not read.` }));
}

import { createHash } from "node:crypto";
import { danglingReferences, importedEntities, importRuns } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, fixtures, longAgo, record } from "#db/seed/history";

type ImportRun = Row<typeof importRuns>;
type Counts = Partial<Pick<ImportRun, "created" | "changed" | "unchanged" | "retired" | "rejected">>;
type Run = Counts & { source: string; by?: Actor };

/** A finished import that began at `at` and took four seconds. */
export function draftImportRun(
  draft: Draft,
  { source, by = fixtures, rejected = [], ...some }: Run,
  at = longAgo,
): void {
  const counts = { created: 0, changed: 0, unchanged: 0, retired: 0, ...some };
  const finishedAt = at.add({ seconds: 4 });
  const total = counts.created + counts.changed + counts.unchanged + rejected.length;
  draft.add(importRuns, {
    id: crypto.randomUUID(),
    source,
    ...(typeof by === "string" ? { personId: null, actor: by } : { personId: by.id, actor: by.name }),
    startedAt: at,
    finishedAt,
    isDryRun: false,
    prunes: false,
    total,
    done: total,
    ...counts,
    rejected,
    notes: [],
    differences: [],
    upload: null,
    failure: null,
  });
  record(draft, finishedAt, by, [], { kind: "import.finished", source, ...counts, rejected: rejected.length });
}

type Imported = {
  reference: string;
  source: string;
  line: number;
  fields: Record<string, unknown>;
  thing: { serviceId: string } | { personId: string };
  /** What its fields refer to and is not here: field and address, such as `group:media`. */
  dangling?: Record<string, string>;
};

/** What a descriptor said of a thing that is there already. */
export function draftImported(draft: Draft, { dangling = {}, thing, fields, ...entity }: Imported, at = longAgo): void {
  draft.add(importedEntities, {
    ...entity,
    location: entity.source,
    digest: createHash("sha256").update(JSON.stringify(fields)).digest("hex"),
    fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value }])),
    ...{ serviceId: null, teamId: null, personId: null, entryId: null, ...thing },
    isAdopted: false,
    vanishedAt: null,
    importedAt: at,
  });
  for (const [field, target] of Object.entries(dangling)) {
    draft.add(danglingReferences, { reference: entity.reference, field, target });
  }
}

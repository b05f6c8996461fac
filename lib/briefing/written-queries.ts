import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { GroundRow } from "#lib/briefing/ground-queries";
import type { BriefedNote, BriefedRunbook } from "#lib/briefing/views";
import { loadFreshness } from "#lib/documents/freshness-queries";
import { renderedOf } from "#lib/documents/markdown/rendered-of";
import { listMarks } from "#lib/documents/marks/mark-queries";

export type Written = {
  runbook: BriefedRunbook | null;
  otherRunbooks: { slug: string; title: string }[];
  note: BriefedNote | null;
};

type Row = {
  id: string;
  kind: "runbook" | "note";
  slug: string;
  title: string;
  revision: number;
  /** Only of the two that are shown. */
  body: string | null;
};

const mostOthers = 6;

/**
 * What is written about the service: the runbook that answers this rule with what came of its steps, the titles of
 * others, and the architecture note that changed last. The name of the rule counts in whatever case. Two round trips.
 */
export async function findWritten(
  viewer: Viewer,
  { service, rule }: Pick<GroundRow, "service" | "rule">,
  at: Temporal.Instant,
): Promise<Written> {
  authorize(viewer, "catalog:read");
  if (!service) return { runbook: null, otherRunbooks: [], note: null };
  const rows = await readRows<Row>(sql`
    with ours as (
      select d.*, d.kind = 'runbook' and exists (select from unnest(d.alert_names) n where lower(n) = lower(${rule})) as answers,
        d.kind = 'runbook' and ${rule}::text = any(d.alert_names) as is_exact
      from documents d where d.service_id = ${service.id}::uuid and d.retired_at is null
    ), ranked as (
      select *, row_number() over (partition by kind order by is_exact desc, answers desc, changed_at desc, id) as place from ours
    )
    select k.id, k.kind, k.slug, k.title, k.revision, r.body
    from ranked k left join document_revisions r on r.document_id = k.id and r.number = k.revision
      and k.place = 1 and (k.answers or k.kind = 'note')
    where k.kind = 'runbook' or k.place = 1 order by k.place limit ${mostOthers + 2}`);
  const shown = rows.filter((row): row is Row & { body: string } => row.body !== null);
  const texts = shown.map((row) => ({ ...row, rendered: renderedOf(row.id, row.revision, row.body, row.kind) }));
  const [runbook, note] = (["runbook", "note"] as const).map((kind) => texts.find((text) => text.kind === kind));
  const shownIds = shown.map(({ id }) => id);
  const [freshness, marks] = await Promise.all([
    loadFreshness(shownIds, at),
    runbook && listMarks(runbook.id, runbook.rendered.outline, viewer),
  ]);
  const knownOf = (id: string) => {
    const known = freshness.get(id);
    if (!known) throw new Error(`Nothing is known of how fresh the document ${id} is.`);
    return known;
  };
  return {
    runbook:
      runbook && marks
        ? {
            ...{ slug: runbook.slug, title: runbook.title, revision: runbook.revision, rendered: runbook.rendered },
            ...{ freshness: knownOf(runbook.id), marks },
          }
        : null,
    otherRunbooks: rows
      .filter(({ kind, id }) => kind === "runbook" && id !== runbook?.id)
      .map(({ slug, title }) => ({ slug, title }))
      .slice(0, mostOthers),
    note: note ? { slug: note.slug, title: note.title, rendered: note.rendered, freshness: knownOf(note.id) } : null,
  };
}

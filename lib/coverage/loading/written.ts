import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { mayWake, severityOf } from "#lib/alerts/severity";
import type { DocumentFact, RuleFact, ServiceFacts } from "#lib/coverage/facts";
import { byService, instantAs, readInstant, readMaybe } from "#lib/coverage/loading/stored";
import type { Freshness } from "#lib/documents/freshness";
import { loadFreshness } from "#lib/documents/freshness-queries";
import { uuids } from "#lib/order";
import { slugify } from "#lib/slugs";

type Document = {
  service: string;
  id: string;
  kind: "runbook" | "note";
  slug: string;
  name: string;
  alertNames: string[];
};
type Rule = { service: string; name: string; severities: (string | null)[] };

export type Written = Pick<ServiceFacts, "notes" | "rules" | "workedStep">;

/** What is written of these services, how far it can be trusted at `at`, and which rules it answers. */
export async function loadWritten(ids: readonly string[], at: Temporal.Instant): Promise<(id: string) => Written> {
  const [documents, rules, steps] = await Promise.all([listDocuments(ids), listRules(ids), listWorkedSteps(ids, at)]);
  const [ofService, rulesOf] = [byService(documents), byService(rules)];
  const chosen = new Map(rules.map((rule) => [rule, runbookFor(rule.name, ofService.get(rule.service) ?? [])]));
  const notes = documents.filter(({ kind }) => kind === "note");
  const wanted = new Set([...notes, ...chosen.values()].flatMap((document) => document?.id ?? []));
  const known = await loadFreshness([...wanted], at);
  const factOf = (document: Document): DocumentFact => documentFact(document, known.get(document.id));
  return (id) => ({
    notes: (ofService.get(id) ?? []).filter(({ kind }) => kind === "note").map(factOf),
    rules: (rulesOf.get(id) ?? []).map((rule): RuleFact => {
      const runbook = chosen.get(rule);
      return { name: rule.name, runbook: runbook ? factOf(runbook) : null };
    }),
    workedStep: steps.get(id) ?? null,
  });
}

function documentFact({ slug, name }: Document, freshness: Freshness | undefined): DocumentFact {
  if (!freshness) return { slug, name, state: "unreviewed", at: null };
  const { state, reviewedAt, provenAt } = freshness;
  return { slug, name, state, at: readMaybe(state === "proven" ? provenAt : reviewedAt) };
}

const listDocuments = (ids: readonly string[]) =>
  readRows<Document>(sql`
    select service_id as service, id, kind, slug, title as name, alert_names as "alertNames" from documents
    where service_id = any(${uuids(ids)}) and retired_at is null order by changed_at desc, id`);

/** Rules that may wake somebody: whose impact is known, or was never asked for, and that can be grave enough. */
async function listRules(ids: readonly string[]): Promise<Rule[]> {
  const rows = await readRows<Rule>(sql`
    select service_id as service, name,
      coalesce((select json_agg(v ->> 'severity') from jsonb_array_elements(variants) v), '[]') as severities
    from alert_rules
    where service_id = any(${uuids(ids)}) and retired_at is null and not is_without_customer_impact
      and (customer_impact is not null or impact_asked_at is null)
    order by lower(name), id`);
  return rows.filter(
    ({ severities }) => severities.length === 0 || severities.some((said) => mayWake(severityOf(said))),
  );
}

/** The runbook to which an alert of this name leads within its own service, found as `/r/{alertName}` finds it. */
function runbookFor(alertName: string, documents: readonly Document[]): Document | undefined {
  const runbooks = documents.filter(({ kind }) => kind === "runbook");
  const [folded, slug] = [alertName.toLowerCase(), slugify(alertName)];
  return (
    runbooks.find(({ alertNames }) => alertNames.includes(alertName)) ??
    runbooks.find(({ alertNames }) => alertNames.some((name) => name.toLowerCase() === folded)) ??
    runbooks.find((runbook) => runbook.slug === slug)
  );
}

type Step = { service: string; slug: string; name: string; at: string };

async function listWorkedSteps(
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<Map<string, NonNullable<Written["workedStep"]>>> {
  const rows = await readRows<Step>(sql`
    select distinct on (d.service_id) d.service_id as service, d.slug, d.title as name, to_json(m.at) #>> '{}' as at
    from documents d join step_marks m on m.document_id = d.id
    where d.service_id = any(${uuids(ids)}) and d.kind = 'runbook' and d.retired_at is null
      and m.verdict = 'worked' and m.withdrawn_at is null and m.at <= ${instantAs(at)}
    order by d.service_id, m.at desc, m.id`);
  return new Map(
    rows.map((row) => [row.service, { runbook: { slug: row.slug, name: row.name }, at: readInstant(row.at) }]),
  );
}

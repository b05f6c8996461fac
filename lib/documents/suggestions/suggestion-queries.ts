import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import type { DocumentRef } from "#lib/documents/queries";
import type { Author } from "#lib/documents/views";
import { uuids } from "#lib/order";
import { type Owners, teamsOf } from "#lib/services/permissions";

/** A suggested edit as lists show it. Instants are ISO texts. */
export type SuggestionItem = {
  id: string;
  document: DocumentRef;
  author: Author;
  at: string;
  summary: string | null;
  baseRevision: number;
  /** Null while it waits. */
  verdict: "accepted" | "declined" | "withdrawn" | null;
  decidedAt: string | null;
};

/** A suggested edit with the text it was made from. */
export type SuggestionView = SuggestionItem & {
  title: string;
  body: string;
  base: { title: string; body: string };
  /** The present revision of the document. */
  revision: number;
  decidedBy: Author | null;
  answer: string | null;
  permissions: { canDecide: boolean; canWithdraw: boolean };
};

const columns = sql`g.id, json_build_object('id', d.id, 'kind', d.kind, 'slug', d.slug, 'title', d.title,
    'service', json_build_object('slug', s.slug, 'name', s.name)) as document,
  json_build_object('address', coalesce(p.email, p.handle), 'name', p.name) as author,
  to_json(g.at) #>> '{}' as at, g.summary, g.base_revision as "baseRevision", g.verdict,
  to_json(g.decided_at) #>> '{}' as "decidedAt"`;
const tables = sql`suggestions g join documents d on d.id = g.document_id join services s on s.id = d.service_id
  join people p on p.id = g.person_id`;

const most = 50;

/** The suggestions of one document that wait for an answer, oldest first. */
export function listWaitingSuggestions(viewer: Viewer, documentId: string): Promise<SuggestionItem[]> {
  authorize(viewer, "catalog:read");
  return listed(sql`d.id = ${documentId}::uuid and g.decided_at is null`, sql`g.at, g.id`);
}

/** Those of all documents that the viewer may answer as a member of their teams, oldest first. */
export function listSuggestionsToAnswer(viewer: Viewer): Promise<SuggestionItem[]> {
  authorize(viewer, "catalog:read");
  const own = uuids(viewer.memberships.map(({ teamId }) => teamId));
  const isOwn = sql`(s.delivery_team_id = any(${own}) or s.ops_team_id = any(${own}))`;
  return listed(sql`${isOwn} and g.decided_at is null and d.retired_at is null`, sql`g.at, g.id`);
}

/** What the viewer suggested, newest first, with what became of it. */
export async function listOwnSuggestions(viewer: Viewer): Promise<SuggestionItem[]> {
  authorize(viewer, "catalog:read");
  if (!viewer.personId) return [];
  return listed(sql`g.person_id = ${viewer.personId}::uuid`, sql`g.at desc, g.id`);
}

const listed = (condition: SQL, order: SQL) =>
  readRows<SuggestionItem>(sql`select ${columns} from ${tables} where ${condition} order by ${order} limit ${most}`);

type SuggestionRow = Omit<SuggestionView, "permissions"> & { owners: Owners; personId: string };

/** One suggestion, or undefined when there is none with this id. */
export async function findSuggestion(viewer: Viewer, id: string): Promise<SuggestionView | undefined> {
  authorize(viewer, "catalog:read");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const [row] = await readRows<SuggestionRow>(sql`
    select ${columns}, g.title, g.body, json_build_object('title', r.title, 'body', r.body) as base, d.revision, g.answer,
      case when g.decided_by_id is not null then (select json_build_object('address', coalesce(q.email, q.handle),
        'name', q.name) from people q where q.id = g.decided_by_id) end as "decidedBy",
      json_build_object('deliveryTeamId', s.delivery_team_id, 'opsTeamId', s.ops_team_id) as owners,
      g.person_id as "personId"
    from ${tables} join document_revisions r on r.document_id = d.id and r.number = g.base_revision
    where g.id = ${id}::uuid`);
  if (!row) return undefined;
  const { owners, personId, ...view } = row;
  const isWaiting = view.verdict === null;
  const permissions = {
    canDecide: isWaiting && can(viewer, "document:edit", teamsOf(owners)),
    canWithdraw: isWaiting && can(viewer, "suggestion:withdraw", { personId }),
  };
  return { ...view, permissions };
}

import "server-only";
import { sql } from "drizzle-orm";
import { type Handle, readRows, rowsOf } from "#db/client";
import { can, type Viewer } from "#lib/auth/policy";
import { NotFound } from "#lib/errors";
import { PersonAddress } from "#lib/fields";
import { uuids } from "#lib/order";
import { noSuchRecord } from "#lib/records/views";

/** For how long a manager waits between the telling of their people and the first record that they open. */
export const hoursToldAhead = 24;

/** By what right somebody reads a record. `team` is a team of the person's through which the reader manages them. */
export type RecordRight =
  | { kind: "self" }
  | { kind: "manager"; team: { id: string; slug: string; name: string } }
  | { kind: "shared"; since: string };

/** Whose record it is. `address` is the e-mail, or the handle of somebody without one; instants are ISO texts. */
export type RecordPerson = {
  id: string;
  address: string;
  name: string;
  title: string | null;
  deactivatedAt: string | null;
  createdAt: string;
};

export type Admitted = { person: RecordPerson; right: RecordRight };

/**
 * The person at this address and by what right `viewer` may read their record at `at`; undefined for whoever may not,
 * and where nobody has or had that address. The only place that decides it: administrators, service tokens and
 * commands beside the database have no right, a manager none before their people were told of them a day ago.
 */
export async function findRecordRight(
  viewer: Viewer,
  address: string,
  at: Temporal.Instant,
  handle?: Handle,
): Promise<Admitted | undefined> {
  const wanted = PersonAddress.safeParse(address.toLowerCase());
  if (viewer.kind !== "person" || viewer.personId === null || !wanted.success) return undefined;
  const statement = statementFor(viewer.personId, viewer.managedTeamIds, wanted.data, at);
  const [row] = handle ? await rowsOf<Row>(handle, statement) : await readRows<Row>(statement);
  const right = row && rightOf(viewer, row);
  if (!row || !right) return undefined;
  const { managed: _, isTold: __, sharedAt: ___, ...person } = row;
  return { person, right };
}

/** The same for whoever cannot go on without it. Throws NotFound, in the same words as for somebody who is not there. */
export async function requireRecordRight(
  viewer: Viewer,
  address: string,
  at: Temporal.Instant,
  handle?: Handle,
): Promise<Admitted> {
  const admitted = await findRecordRight(viewer, address, at, handle);
  if (!admitted) throw noRecord();
  return admitted;
}

export const noRecord = () => new NotFound(noSuchRecord);

type Row = RecordPerson & {
  managed: { id: string; slug: string; name: string } | null;
  isTold: boolean;
  sharedAt: string | null;
};

function rightOf(viewer: Viewer, { id, managed, isTold, sharedAt }: Row): RecordRight | undefined {
  if (viewer.personId === id) return can(viewer, "record:read", { personId: id }) ? { kind: "self" } : undefined;
  if (managed && isTold && can(viewer, "record:read", { teamIds: [managed.id] }))
    return { kind: "manager", team: managed };
  // Whom it is shared with reads it with whatever would open their own.
  return sharedAt && can(viewer, "record:read", { personId: viewer.personId })
    ? { kind: "shared", since: sharedAt }
    : undefined;
}

const statementFor = (reader: string, managed: readonly string[], address: string, at: Temporal.Instant) => sql`
  select p.id, coalesce(p.email, p.handle) as address, p.name, p.title,
    to_json(p.deactivated_at) #>> '{}' as "deactivatedAt", to_json(p.created_at) #>> '{}' as "createdAt",
    (select json_build_object('id', t.id, 'slug', t.slug, 'name', t.name)
      from memberships m join teams t on t.id = m.team_id
      where m.person_id = p.id and m.ends_at is null and t.retired_at is null and t.id = any(${uuids(managed)})
      order by lower(t.name), t.id limit 1) as managed,
    exists (select from manager_tellings g where g.person_id = p.id and g.manager_id = ${reader}::uuid
      and g.ended_at is null and g.told_at <= ${at.subtract({ hours: hoursToldAhead }).toString()}::timestamptz) as "isTold",
    (select to_json(max(s.shared_at)) #>> '{}' from record_shares s
      where s.person_id = p.id and s.reader_id = ${reader}::uuid and s.withdrawn_at is null) as "sharedAt"
  from people p
  where p.id = coalesce(
    (select id from people where ${address.includes("@") ? sql`email` : sql`handle`} = ${address}),
    (select thing from former_addresses where noun = 'person' and address = ${address}))`;

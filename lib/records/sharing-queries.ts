import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { can, type Viewer } from "#lib/auth/policy";
import { managedAs } from "#lib/records/managed";
import { iso } from "#lib/records/parts/window";
import type { ReadWay } from "#lib/records/reads";
import { hoursToldAhead } from "#lib/records/right";

type Who = { address: string; name: string };

/** Somebody whom the viewer lets read their record; ISO instants. */
export type ShareView = { id: string; reader: Who; sharedAt: string };
/** Somebody else opened the viewer's record; `team` is the one through which they are a manager. */
export type ReadView = { reader: Who; right: "manager" | "shared"; team: string | null; way: ReadWay; at: string };
/** A manager of the viewer's, nearest team named; `opensAt` is null as long as the viewer was not told of them. */
export type ManagerView = { manager: Who; team: string; toldAt: string | null; opensAt: string | null };
/** A record that somebody shares with the viewer. */
export type SharedView = { person: Who; sharedAt: string };

/** Who can read the viewer's record, who did, and whose the viewer can read. */
export type SharingView = { shares: ShareView[]; reads: ReadView[]; managers: ManagerView[]; shared: SharedView[] };

const mostReads = 100;

/** All about who reads the viewer's own record. A token that may read nothing, or acts for nobody, gets nothing. */
export async function findSharing(viewer: Viewer): Promise<SharingView> {
  const [shares, reads, managers, shared] = await Promise.all([
    listShares(viewer),
    listReads(viewer),
    listManagers(viewer),
    listShared(viewer),
  ]);
  return { shares, reads, managers, shared };
}

/** Who else opened the viewer's own record, the latest first, at most a hundred times. */
export function listReads(viewer: Viewer): Promise<ReadView[]> {
  return own(viewer, (personId) =>
    readRows<ReadView>(sql`
      select ${who("p")} as reader, r."right", t.name as team, r.way, ${iso("r.at")} as at
      from record_reads r join people p on p.id = r.reader_id left join teams t on t.id = r.team_id
      where r.person_id = ${personId}::uuid order by r.at desc, r.id limit ${mostReads}`),
  );
}

/** Managers of whom the viewer was told within the day before `at`: the home page says so until they may read. */
export async function listNewManagers(viewer: Viewer, at: Temporal.Instant): Promise<ManagerView[]> {
  const managers = await listManagers(viewer);
  return managers.filter(({ opensAt }) => opensAt !== null && Date.parse(opensAt) > at.epochMilliseconds);
}

function listShares(viewer: Viewer): Promise<ShareView[]> {
  return own(viewer, (personId) =>
    readRows<ShareView>(sql`
      select s.id, ${who("p")} as reader, ${iso("s.shared_at")} as "sharedAt"
      from record_shares s join people p on p.id = s.reader_id
      where s.person_id = ${personId}::uuid and s.withdrawn_at is null order by lower(p.name), s.id`),
  );
}

async function listManagers(viewer: Viewer): Promise<ManagerView[]> {
  const rows = await own(viewer, (personId) =>
    readRows<Omit<ManagerView, "opensAt">>(sql`
      with recursive ${managedAs(sql`m.person_id = ${personId}::uuid`)}
      select ${who("b")} as manager, managed.team, ${iso("g.told_at")} as "toldAt"
      from managed join people b on b.id = managed.manager_id
        left join manager_tellings g on g.person_id = managed.person_id and g.manager_id = managed.manager_id
          and g.ended_at is null
      order by lower(b.name), b.id`),
  );
  return rows.map((row) => ({ ...row, opensAt: row.toldAt && opensAfter(row.toldAt) }));
}

function listShared(viewer: Viewer): Promise<SharedView[]> {
  return own(viewer, (personId) =>
    readRows<SharedView>(sql`
      select ${who("p")} as person, ${iso("s.shared_at")} as "sharedAt"
      from record_shares s join people p on p.id = s.person_id
      where s.reader_id = ${personId}::uuid and s.withdrawn_at is null order by lower(p.name), s.id`),
  );
}

const opensAfter = (toldAt: string) => Temporal.Instant.from(toldAt).add({ hours: hoursToldAhead }).toString();

function own<Row>({ personId, ...rest }: Viewer, read: (personId: string) => Promise<Row[]>): Promise<Row[]> {
  const isOwn = personId !== null && can({ personId, ...rest }, "record:read", { personId });
  return isOwn ? read(personId) : Promise.resolve([]);
}

const who = (alias: string) =>
  sql.raw(`json_build_object('address', coalesce(${alias}.email, ${alias}.handle), 'name', ${alias}.name)`);

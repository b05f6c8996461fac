import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, readRows, rowsOf, type Tx } from "#db/client";
import { managerTellings } from "#db/schema";
import { type News, tellPeople } from "#lib/notifications/news/tell-people";
import { managedAs } from "#lib/records/managed";
import { hoursToldAhead } from "#lib/records/right";
import { listWords, momentWords } from "#lib/records/words";

const everyMinutes = 10;
/** So many people in one transaction, so that nobody waits long for their rows. */
const atOnce = 500;

/**
 * Tells everybody, at most every ten minutes, of managers whom they were not told of, and ends the tellings of those
 * who are no longer. A manager reads records from a day after the telling on. Returns how many people were told.
 */
export async function tellManagersDue(at: Temporal.Instant): Promise<number> {
  if (!(await claim(at))) return 0;
  await endTellings(at);
  const untold = Map.groupBy(await listUntold(), ({ personId }) => personId);
  const people = [...untold.values()];
  for (let start = 0; start < people.length; start += atOnce) {
    await inTransaction((tx) => tell(tx, people.slice(start, start + atOnce), at));
  }
  return people.length;
}

async function claim(at: Temporal.Instant): Promise<boolean> {
  const before = at.subtract({ minutes: everyMinutes }).toString();
  const claimed = await inTransaction((tx) =>
    rowsOf(
      tx,
      sql`update installation set managers_told_at = ${at.toString()}::timestamptz
        where managers_told_at is null or managers_told_at <= ${before}::timestamptz returning true`,
    ),
  );
  return claimed.length > 0;
}

const endTellings = (at: Temporal.Instant) =>
  inTransaction((tx) =>
    tx.execute(sql`
      with recursive ${managedAs()}
      update manager_tellings g set ended_at = ${at.toString()}::timestamptz where g.ended_at is null and not exists (
        select from managed where managed.person_id = g.person_id and managed.manager_id = g.manager_id)`),
  );

type Untold = { personId: string; address: string; managerId: string; manager: string; team: string };

// Somebody who left cannot be told, so nobody new gets to read what they left behind.
const listUntold = () =>
  readRows<Untold>(sql`
    with recursive ${managedAs()}
    select managed.person_id as "personId", coalesce(p.email, p.handle) as address, managed.manager_id as "managerId",
      b.name as manager, managed.team
    from managed join people p on p.id = managed.person_id join people b on b.id = managed.manager_id
    where p.deactivated_at is null and not exists (select from manager_tellings g
      where g.person_id = managed.person_id and g.manager_id = managed.manager_id and g.ended_at is null)
    order by managed.person_id, lower(b.name), b.id`);

async function tell(tx: Tx, people: readonly (readonly Untold[])[], at: Temporal.Instant): Promise<void> {
  const rows = people.flat().map(({ personId, managerId }) => ({ personId, managerId, toldAt: at }));
  await tx.insert(managerTellings).values(rows).onConflictDoNothing();
  await tellPeople(
    tx,
    people.map((managers) => newsOf(managers, at)),
    at,
  );
}

function newsOf(managers: readonly Untold[], at: Temporal.Instant): News {
  const [first] = managers as [Untold];
  const names = managers.map(({ manager }) => manager);
  return {
    ...{ personId: first.personId, kind: "notice", key: `managers ${at}` },
    message: ({ timeZone }) => ({
      subject: `${listWords(names)} ${names.length === 1 ? "is your manager" : "are your managers"} now`,
      lines: [
        ...managers.map(({ manager, team }) => `${manager} is the manager of ${team}.`),
        `From ${momentWords(`${at.add({ hours: hoursToldAhead })}`, timeZone)} on they can open your ownership record. You see who opened it, when, and by what right.`,
        "You can read it yourself at any time, and add your own words to it.",
      ],
      path: `/people/${encodeURIComponent(first.address)}/record`,
    }),
  };
}

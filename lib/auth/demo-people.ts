import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client";
import { memberships, people, teams } from "#db/schema";
import { isDemoMode } from "#lib/auth/installation";
import { now } from "#lib/clock";

export type DemoPerson = {
  email: string;
  name: string;
  title: string | null;
  /** What this person may do beyond being a member: leads "Checkout", manages, administers. */
  leads: string[];
  manages: string[];
  memberOf: string[];
  isAdministrator: boolean;
};

const most = 200;

/** The people as whom one can sign in here, the administrators first; nobody outside demo mode. */
export async function listDemoPeople(at = now()): Promise<DemoPerson[]> {
  if (!(await isDemoMode())) return [];
  const current = sql`${memberships.personId} = ${people.id} and ${memberships.startsAt} <= ${at.toString()}
    and (${memberships.endsAt} is null or ${memberships.endsAt} > ${at.toString()})`;
  const names = (which: ReturnType<typeof sql>) =>
    sql<string[]>`coalesce((select json_agg(name order by name) from (${which}) as found), '[]')`;
  const teamsAs = (role: string) =>
    names(sql`select ${teams.name} from ${memberships} join ${teams} on ${teams.id} = ${memberships.teamId}
      where ${current} and ${memberships.role} = ${role}`);
  const rows = await db()
    .select({
      email: people.email,
      name: people.name,
      title: people.title,
      isAdministrator: people.isAdministrator,
      leads: teamsAs("lead"),
      memberOf: teamsAs("member"),
      manages: names(
        sql`select ${teams.name} from ${teams} where ${teams.managerId} = ${people.id} and ${teams.retiredAt} is null`,
      ),
    })
    .from(people)
    .where(and(isNull(people.deactivatedAt), sql`${people.email} is not null`))
    .orderBy(asc(people.name))
    .limit(most);
  return rows.map((row) => ({ ...row, email: row.email ?? "" }));
}

/** The demo person with this address as next-auth's user; undefined outside demo mode. */
export async function findDemoPerson(email: string): Promise<{ id: string } | undefined> {
  if (!(await isDemoMode())) return undefined;
  const [person] = await db()
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.deactivatedAt)));
  return person;
}

import "server-only";
import { rawRows } from "#db/client";
import type { TokenScope, Viewer } from "#lib/auth/policy";

type PersonRow = {
  person_id: string;
  email: string | null;
  name: string;
  time_zone: string | null;
  is_administrator: boolean;
  memberships: Viewer["memberships"] | null;
  managed: string[] | null;
};

// `union` drops what was found already, so a loop among teams ends the walk instead of the server.
const managedBy = (person: string) => `(
  with recursive managed(team_id) as (
    select id from teams where manager_id = ${person}
    union
    select teams.id from teams join managed on teams.parent_id = managed.team_id
  ) select json_agg(team_id) from managed)`;

const membershipsOf = (person: string, at: string) => `(
  select json_agg(json_build_object('teamId', team_id, 'role', role)) from memberships
  where person_id = ${person} and starts_at <= ${at} and (ends_at is null or ends_at > ${at}))`;

const at = "$2::text::timestamptz";

const personColumns = `people.id as person_id, people.email, people.name, people.time_zone, people.is_administrator,
  ${membershipsOf("people.id", at)} as memberships, ${managedBy("people.id")} as managed`;

const personStatement = `select ${personColumns} from people
  where people.id = $1::text::uuid and people.deactivated_at is null
    and (people.signed_out_at is null or people.signed_out_at < $3::text::timestamptz)`;

const tokenStatement = `select id as token_id, scope, name as token_name, person_id,
    last_used_at is null or last_used_at < ${at} - interval '1 minute' as is_use_due
  from api_tokens
  where hash = $1 and revoked_at is null and (expires_at is null or expires_at > ${at})`;

/** The active person of a session that began at `beganAt`, or undefined when that session is over. One round trip. */
export async function findPersonViewer(
  personId: string,
  beganAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<Viewer | undefined> {
  const [row] = await rawRows<PersonRow>(personStatement, [personId, at.toString(), beganAt.toString()]);
  return row && personViewer(row, "session");
}

type TokenRow = {
  token_id: string;
  token_name: string;
  scope: TokenScope;
  person_id: string | null;
  is_use_due: boolean;
};

/**
 * Whoever the token with this hash speaks for, or undefined when it is not, or no longer, good. One round trip for a
 * service token; a person's takes a second one, for what that person is.
 */
export async function findTokenViewer(
  hash: string,
  at: Temporal.Instant,
): Promise<{ viewer: Viewer; tokenId: string; isUseDue: boolean } | undefined> {
  const [row] = await rawRows<TokenRow>(tokenStatement, [hash, at.toString()]);
  if (!row) return undefined;
  const viewer = row.person_id
    ? await findPersonOfToken(row.person_id, row.scope, at)
    : serviceViewer(row.token_name, row.scope);
  return viewer && { viewer, tokenId: row.token_id, isUseDue: row.is_use_due };
}

// Signing out everywhere ends sessions; tokens are revoked one by one.
async function findPersonOfToken(
  personId: string,
  scope: TokenScope,
  at: Temporal.Instant,
): Promise<Viewer | undefined> {
  const [row] = await rawRows<PersonRow>(personStatement, [personId, at.toString(), "infinity"]);
  return row && personViewer(row, scope);
}

/** Notes that a token was used; at most once a minute, whichever replica hears of it. */
export async function recordTokenUse(tokenId: string, at: Temporal.Instant): Promise<void> {
  await rawRows(
    `update api_tokens set last_used_at = $2::text::timestamptz where id = $1::text::uuid
       and (last_used_at is null or last_used_at < $2::text::timestamptz - interval '1 minute')`,
    [tokenId, at.toString()],
  );
}

function personViewer(row: PersonRow, scope: Viewer["scope"]): Viewer {
  return {
    kind: "person",
    personId: row.person_id,
    email: row.email,
    name: row.name,
    timeZone: row.time_zone ?? "UTC",
    isAdministrator: row.is_administrator,
    memberships: row.memberships ?? [],
    managedTeamIds: row.managed ?? [],
    scope,
  };
}

/** A token that acts for no person. */
export function serviceViewer(name: string, scope: TokenScope): Viewer {
  return {
    kind: "service-token",
    personId: null,
    email: null,
    name,
    timeZone: "UTC",
    isAdministrator: false,
    memberships: [],
    managedTeamIds: [],
    scope,
  };
}

import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { type StoredWorkingHours, services, teams } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changedFields, changesOf } from "#lib/changes";
import { Conflict } from "#lib/errors";
import type { FieldChange } from "#lib/event-kinds";
import { recordEvent } from "#lib/events";
import { healReferences } from "#lib/imports/references";
import type { TeamFacts } from "#lib/teams/inputs";
import { type LockedTeam, namedTeam, requireTeam } from "#lib/teams/locks";
import { refuseLoop, refusingOwnManagement } from "#lib/teams/management";
import { listed } from "#lib/teams/words";

type StoredFacts = Omit<TeamFacts, "parent" | "workingHours"> & {
  workingHours?: StoredWorkingHours | null | undefined;
};

/** Changes what is said of a locked team, the hierarchy being locked too where `parent` is given. True when anything changed. */
export async function editTeamIn(
  tx: Tx,
  viewer: Viewer,
  team: LockedTeam,
  { parent, ...facts }: TeamFacts,
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "team:edit", { teamIds: [team.id] });
  const changes = changesOf<StoredFacts>(team, facts);
  if (facts.kind === "delivery" && team.kind === "ops") await refuseWhileOpsTeam(tx, team);
  if (changes.length > 0) {
    await tx.update(teams).set(changedFields<StoredFacts>(changes)).where(eq(teams.id, team.id));
  }
  const move = parent === undefined ? undefined : await moveTeam(tx, viewer, team, parent);
  const all = [...changes, ...(move ? [move.change] : [])];
  if (all.length === 0) return false;
  await recordEvent(tx, viewer, at, {
    kind: "team.edited",
    team: namedTeam(team),
    changes: all,
    about: [team.id, move?.fromId, move?.toId],
  });
  // Descriptors that named it as their ops team have been waiting for it to become one.
  if (facts.kind === "ops" && team.kind === "delivery")
    await healReferences(tx, viewer, `group:${team.slug}`, { teamId: team.id }, at);
  return true;
}

type Move = { change: FieldChange; fromId: string | null; toId: string | null };

async function moveTeam(tx: Tx, viewer: Viewer, team: LockedTeam, slug: string | null): Promise<Move | undefined> {
  const parent = await requireTeam(tx, slug, "parent");
  const toId = parent?.id ?? null;
  if (toId === team.parentId) return undefined;
  if (parent) await refuseLoop(tx, team, parent, "parent");
  const [before] = team.parentId ? await tx.select().from(teams).where(eq(teams.id, team.parentId)) : [];
  await refusingOwnManagement(tx, viewer, team, () =>
    tx.update(teams).set({ parentId: toId }).where(eq(teams.id, team.id)),
  );
  const change = {
    field: "parent",
    before: before ? namedTeam(before) : null,
    after: parent ? namedTeam(parent) : null,
  };
  return { change, fromId: team.parentId, toId };
}

async function refuseWhileOpsTeam(tx: Tx, team: LockedTeam): Promise<void> {
  const served = await tx
    .select({ name: services.name })
    .from(services)
    .where(and(eq(services.opsTeamId, team.id), isNull(services.retiredAt)))
    .orderBy(services.name);
  if (served.length > 0) {
    throw new Conflict(`${team.name} is the ops team of ${listed(served)}. Name another for them first.`, "kind");
  }
}

import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { installation, teams } from "#db/schema";
import type { FallbackOpsInput } from "#lib/administration/inputs";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { recordEvent } from "#lib/events";
import { namedTeam, requireOpsTeam } from "#lib/teams/locks";

/**
 * Names the ops team that stands behind every service without one of its own, or nobody: its default rotation fills
 * their ops seat. Throws Forbidden, Invalid.
 */
export function chooseFallbackOps(viewer: Viewer, input: FallbackOpsInput, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(viewer, "installation:edit");
    const [present] = await tx.select().from(installation).for("update");
    const team = await requireOpsTeam(tx, input.team, "team");
    if (!present || present.fallbackOpsTeamId === (team?.id ?? null)) return;
    const [before] = present.fallbackOpsTeamId
      ? await tx.select().from(teams).where(eq(teams.id, present.fallbackOpsTeamId))
      : [];
    await tx.update(installation).set({ fallbackOpsTeamId: team?.id ?? null });
    await recordEvent(tx, viewer, at, {
      kind: "installation.fallback-ops-chosen",
      from: before ? namedTeam(before) : null,
      to: team && namedTeam(team),
      about: [before?.id, team?.id],
    });
  });
}

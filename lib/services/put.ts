import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { services } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { setEscalationIn } from "#lib/rotations/escalation/escalation-commands";
import {
  createServiceIn,
  editServiceIn,
  renameServiceIn,
  setRetiredIn,
  transferServiceIn,
} from "#lib/services/commands";
import { setDependenciesIn } from "#lib/services/dependency-commands";
import type { PutServiceInput } from "#lib/services/inputs";
import { lockService } from "#lib/services/locks";
import { requireOpsTeam, requireTeam } from "#lib/teams/locks";

/**
 * Creates the service `slug`, or makes it what `input` says, all or nothing; a field left out keeps its value, a
 * retired service comes back. True when it was created. Throws Forbidden, Invalid, Conflict.
 */
export function putService(viewer: Viewer, slug: string, input: PutServiceInput, at = now()): Promise<boolean> {
  const { name, team, opsTeam, dependsOn, escalation, ...facts } = input;
  return inTransaction(async (tx) => {
    const [present] = await tx.select({ id: services.id }).from(services).where(eq(services.slug, slug)).for("update");
    if (!present) {
      const created = await createServiceIn(tx, viewer, { ...facts, name, slug, team, opsTeam }, at);
      if (dependsOn) await setDependenciesIn(tx, viewer, created, dependsOn, at);
      if (escalation) await setEscalationIn(tx, viewer, created, escalation, at, "escalation");
      return true;
    }
    const service = await lockService(tx, slug);
    await setRetiredIn(tx, viewer, service, null, at);
    await renameServiceIn(tx, viewer, service, { name, slug }, at);
    await editServiceIn(tx, viewer, service, facts, at);
    if (dependsOn) await setDependenciesIn(tx, viewer, service, dependsOn, at);
    if (escalation !== undefined) await setEscalationIn(tx, viewer, service, escalation, at, "escalation");
    const living = { ...service, retiredAt: null };
    if (opsTeam !== undefined)
      await transferServiceIn(tx, viewer, living, "ops", await requireOpsTeam(tx, opsTeam, "opsTeam"), at);
    if (team !== undefined)
      await transferServiceIn(tx, viewer, living, "delivery", await requireTeam(tx, team, "team"), at);
    return false;
  });
}

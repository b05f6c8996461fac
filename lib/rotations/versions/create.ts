import "server-only";
import type { Tx } from "#db/client";
import { rotations } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { Invalid } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { type LockedRotation, namedRotation } from "#lib/rotations/locks";
import { findDefault } from "#lib/rotations/versions/defaults";
import { refuseTakenSlug } from "#lib/rotations/versions/edit";
import type { CreateRotationInput } from "#lib/rotations/versions/shape-inputs";
import { openFirstVersion } from "#lib/rotations/versions/versions";
import { slugify } from "#lib/slugs";
import { namedTeam, requireTeam } from "#lib/teams/locks";

/** Writes a rotation with its first version; the caller holds `lockDefaults`. Throws Invalid, Forbidden, Conflict. */
export async function createRotationIn(
  tx: Tx,
  viewer: Viewer,
  input: CreateRotationInput,
  at: Temporal.Instant,
): Promise<LockedRotation> {
  const { name, slug = slugify(name), description } = input;
  if (!slug) throw new Invalid("Give it an address: its name has no Latin letters or digits.", "slug");
  const team = await requireTeam(tx, input.team, "team");
  if (!team) throw new Invalid("Choose a team.", "team");
  authorize(viewer, "rotation:create", { teamIds: [team.id] });

  const isTeamDefault = !(await findDefault(tx, team.id));
  const [rotation] = await tx
    .insert(rotations)
    .values({ slug, name, description, teamId: team.id, isTeamDefault, createdAt: at })
    .returning()
    .catch(refuseTakenSlug(slug));
  if (!rotation) throw new Error("The database returned no rotation.");
  const participants = await openFirstVersion(tx, viewer, rotation, input, at);
  await recordEvent(tx, viewer, at, {
    kind: "rotation.created",
    rotation: namedRotation(rotation),
    team: namedTeam(team),
    about: [rotation.id, team.id, ...participants],
  });
  return rotation;
}

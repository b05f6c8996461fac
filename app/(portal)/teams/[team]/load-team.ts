import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { requireViewer } from "#lib/auth/viewer";
import { visitTeam } from "#lib/teams/browse-queries";
import { withHoldings } from "#lib/teams/queries";

type Params = Promise<{ team: string }>;

// A page and its metadata ask for the same team: one read, one visit.
const findOnce = cache(visitTeam);

/** The team of this address and who asks. A former address leads on to the present one, into the same room. */
export async function loadTeamHead(params: Params, room = "") {
  const [viewer, { team: slug }] = await Promise.all([requireViewer(), params]);
  const team = await findOnce(viewer, slug.toLowerCase());
  if (!team) notFound();
  if (team.slug !== slug) redirect(`/teams/${team.slug}${room}`);
  return { viewer, team };
}

/** The same with the people and the services of the team. */
export async function loadTeam(params: Params, room?: string) {
  const { viewer, team } = await loadTeamHead(params, room);
  return { viewer, team: await withHoldings(viewer, team) };
}

/** The page's title: the team's name and, before it, the room. */
export async function teamMetadata(params: Params, room?: string): Promise<Metadata> {
  const [viewer, { team: slug }] = await Promise.all([requireViewer(), params]);
  const name = (await findOnce(viewer, slug.toLowerCase()))?.name ?? "Not found";
  return { title: room ? `${room} · ${name}` : name };
}

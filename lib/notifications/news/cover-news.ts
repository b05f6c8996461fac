import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { memberships, notifications, people } from "#db/schema";
import { when } from "#lib/notifications/message";
import { tellPeople } from "#lib/notifications/news/tell-people";

type Request = {
  id: string;
  rotation: { slug: string; name: string; teamId: string };
  asker: { id: string; name: string };
  from: Temporal.Instant;
  to: Temporal.Instant;
};

const keys = (id: string) => ({ asked: `cover ${id} asked`, claimed: `cover ${id} claimed` });

/** Tells the rotation's team that somebody asks for cover; never why, which is for the portal to say or to forget. */
export async function tellOfRequest(
  tx: Tx,
  request: Request,
  actorId: string | null,
  at: Temporal.Instant,
): Promise<void> {
  const { id, rotation, asker, from, to } = request;
  const members = await tx
    .select({ id: people.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.teamId, rotation.teamId), isNull(memberships.endsAt), isNull(people.deactivatedAt)));
  const others = members.filter((member) => member.id !== asker.id && member.id !== actorId);
  const news = others.map(({ id: personId }) => ({
    ...{ personId, kind: "cover-request" as const, key: keys(id).asked },
    message: ({ timeZone }: { timeZone: string }) => ({
      subject: `${asker.name} asks for cover: ${rotation.name}`,
      lines: [
        `${asker.name} needs somebody for ${rotation.name} from ${when(from, timeZone)} until ${when(to, timeZone)}.`,
        `Whoever takes it first stands it; until then ${asker.name} does.`,
      ],
      path: `/rotations/${rotation.slug}`,
    }),
  }));
  await tellPeople(tx, news, at);
}

/** Tells whoever asked that somebody takes it. */
export async function tellOfClaim(tx: Tx, request: Request, takerName: string, at: Temporal.Instant): Promise<void> {
  const { id, rotation, asker, from, to } = request;
  await forgetRequest(tx, id);
  const message = ({ timeZone }: { timeZone: string }) => ({
    subject: `${takerName} covers for you: ${rotation.name}`,
    lines: [`${takerName} takes ${rotation.name} from ${when(from, timeZone)} until ${when(to, timeZone)}.`],
    path: `/rotations/${rotation.slug}`,
  });
  await tellPeople(tx, [{ personId: asker.id, kind: "cover-request", key: keys(id).claimed, message }], at);
}

/** What was not sent yet about a request that is settled need not go out. */
export async function forgetRequest(tx: Tx, id: string): Promise<void> {
  await tx
    .update(notifications)
    .set({ status: "dropped", nextTryAt: null, claimedUntil: null })
    .where(and(eq(notifications.key, keys(id).asked), isNotNull(notifications.nextTryAt)));
}

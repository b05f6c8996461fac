import type { BriefedExpert, BriefedSeat, Ground } from "#lib/briefing/views";

/** Whom to ask where nothing is known: a person where there is one, else a team. */
export type Asked = { name: string; address: string | null; as: string; chat: string | null };

type Known = Ground & { seats: readonly BriefedSeat[]; experts: readonly BriefedExpert[] };

/**
 * Whoever is nearest to the answer and is not the reader, whose address is `own`: on the delivery watch, an expert, a
 * lead of the delivery team, on the ops watch, a lead behind ops. Undefined where nobody at all is known.
 */
export function askWhom(known: Known, own: string | null): Asked | undefined {
  const { seats, experts, deliveryTeam, opsTeam, fallbackOpsTeam } = known;
  const [chat, behind] = [deliveryTeam?.chat ?? null, opsTeam ?? fallbackOpsTeam];
  const opsChat = behind?.chat ?? null;
  const onWatch = (seat: BriefedSeat["seat"]) => seats.flatMap((one) => (one.seat === seat && one.person) || []);
  const people: (Named & Pick<Asked, "as" | "chat">)[] = [
    ...onWatch("delivery").map((person) => ({ ...person, as: "on the delivery watch", chat })),
    ...experts.map((person) => ({ ...person, as: "who knows it", chat })),
    ...(deliveryTeam?.leads ?? []).map((lead) => ({ ...lead, as: `lead of ${deliveryTeam?.name}`, chat })),
    ...onWatch("ops").map((person) => ({ ...person, as: "on the ops watch", chat: opsChat })),
    ...(behind?.leads ?? []).map((lead) => ({ ...lead, as: `lead of ${behind?.name}`, chat: opsChat })),
  ];
  const nearest = people.find(({ address }) => address !== own);
  if (nearest) return { name: nearest.name, address: nearest.address, as: nearest.as, chat: nearest.chat };
  return deliveryTeam ? { name: deliveryTeam.name, address: null, as: "the delivery team", chat } : undefined;
}

type Named = { name: string; address: string };

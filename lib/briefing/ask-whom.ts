import type { BriefedSeat, Ground } from "#lib/briefing/views";

/** Whom to ask where nothing is known: a person where there is one, else a team. */
export type Asked = { name: string; address: string | null; as: string; chat: string | null };

/**
 * Whoever is nearest to the answer: on the delivery watch, else a lead of the delivery team, else on the ops watch, else
 * a lead behind ops. Undefined where nobody at all is known.
 */
export function askWhom({
  seats,
  deliveryTeam,
  opsTeam,
  fallbackOpsTeam,
}: Ground & { seats: readonly BriefedSeat[] }): Asked | undefined {
  const onWatch = (seat: BriefedSeat["seat"]) => seats.find((one) => one.seat === seat)?.person;
  const delivery = onWatch("delivery");
  if (delivery) return { ...named(delivery), as: "on the delivery watch", chat: deliveryTeam?.chat ?? null };
  const [lead] = deliveryTeam?.leads ?? [];
  if (deliveryTeam && lead) return { ...named(lead), as: `lead of ${deliveryTeam.name}`, chat: deliveryTeam.chat };
  const ops = onWatch("ops");
  const behind = opsTeam ?? fallbackOpsTeam;
  if (ops) return { ...named(ops), as: "on the ops watch", chat: behind?.chat ?? null };
  const [opsLead] = behind?.leads ?? [];
  if (behind && opsLead) return { ...named(opsLead), as: `lead of ${behind.name}`, chat: behind.chat };
  return deliveryTeam
    ? { name: deliveryTeam.name, address: null, as: "the delivery team", chat: deliveryTeam.chat }
    : undefined;
}

const named = ({ name, address }: { name: string; address: string }) => ({ name, address });

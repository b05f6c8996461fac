import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Handle } from "#db/client";
import { formerAddresses, people } from "#db/schema";
import { Invalid } from "#lib/errors";
import type { LayerInput } from "#lib/rotations/inputs";
import type { Layer } from "#lib/rotations/rotation";

type FieldError = { path: string; message: string };
type Participant = { id: string; name: string; isActive: boolean };

/** Layers as they are stored, and the participants among them who were deactivated, by field. */
export type NamedLayers = { layers: Layer[]; deactivated: FieldError[] };

/**
 * The layers with ids in the place of e-mails, handles and former ones, in two statements however many there are.
 * Throws Invalid naming each field in which somebody unknown stands, as in `layers.0.participants.1`.
 */
export async function nameParticipants(handle: Handle, inputs: readonly LayerInput[]): Promise<NamedLayers> {
  const known = await findParticipants(handle, new Set(inputs.flatMap(({ participants }) => participants)));
  const unknown: FieldError[] = [];
  const deactivated: FieldError[] = [];
  const layers = inputs.map(({ participants, startsAt, timeZone, firstTurn, hours, ...layer }, index) => {
    const ids = participants.flatMap((address, place) => {
      const path = `layers.${index}.participants.${place}`;
      const person = known.get(address);
      if (!person) unknown.push({ path, message: `There is nobody with the address “${address}”.` });
      else if (!person.isActive) deactivated.push({ path, message: `${person.name} is deactivated.` });
      return person?.id ?? [];
    });
    return {
      ...layer,
      timeZone: zoneAsWritten(timeZone),
      startsAt: startsAt.slice(0, "2026-01-05T09:00".length),
      participants: ids,
      ...(firstTurn !== undefined && { firstTurn }),
      ...(hours?.length && { hours }),
    };
  });
  if (unknown.length > 0) throw new Invalid(unknown);
  return { layers, deactivated };
}

async function findParticipants(handle: Handle, addresses: ReadonlySet<string>): Promise<Map<string, Participant>> {
  const present = await handle
    .select()
    .from(people)
    .where(or(inArray(people.email, [...addresses]), inArray(people.handle, [...addresses])));
  const known = new Map<string, Participant>();
  for (const row of present) {
    for (const address of [row.handle, row.email]) if (address) known.set(address, participant(row));
  }
  const left = [...addresses].filter((address) => !known.has(address));
  if (left.length === 0) return known;
  const renamed = await handle
    .select({ address: formerAddresses.address, person: people })
    .from(formerAddresses)
    .innerJoin(people, eq(people.id, formerAddresses.thing))
    .where(and(eq(formerAddresses.noun, "person"), inArray(formerAddresses.address, left)));
  for (const { address, person } of renamed) known.set(address, participant(person));
  return known;
}

const participant = ({ id, name, deactivatedAt }: typeof people.$inferSelect): Participant => ({
  id,
  name,
  isActive: deactivatedAt === null,
});

/** The zone in the letters of the tz database, whatever case it was written in; its links stay what they are. */
const zoneAsWritten = (zone: string) => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;

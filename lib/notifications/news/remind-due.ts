import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, readRows } from "#db/client";
import { when } from "#lib/notifications/message";
import { type Beginning, beginningsWithin } from "#lib/notifications/news/beginnings";
import { type News, tellPeople } from "#lib/notifications/news/tell-people";
import { uuids } from "#lib/order";
import { loadWatchesAlone } from "#lib/rotations/watches";

const defaultMinutes = 60;

type Rotation = { id: string; slug: string; name: string };

/** Reminds people of the watches that they take over soon, each once, as long before as they chose. Returns how many. */
export async function remindDue(at: Temporal.Instant): Promise<number> {
  const [{ minutes } = { minutes: defaultMinutes }] = await readRows<{ minutes: number }>(
    sql`select greatest(${defaultMinutes}::int, max(reminder_minutes)) as minutes from notification_settings`,
  );
  const rotations = await readRows<Rotation>(
    sql`select id, slug, name from rotations where retired_at is null or retired_at > ${at.toString()}`,
  );
  // From a little before, so that a watch that somebody holds already is not taken for one that begins.
  const window = { from: at.subtract({ minutes: 1 }), to: at.add({ minutes: minutes + 1 }) };
  const watches = await loadWatchesAlone(
    rotations.map(({ id }) => id),
    window,
  );
  const coming = rotations.flatMap((rotation) => {
    const watch = watches.get(rotation.id);
    const beginnings = watch ? beginningsWithin(watch, window) : [];
    return beginnings.filter(({ from }) => isAfter(from, at)).map((beginning) => ({ ...beginning, rotation }));
  });
  if (coming.length === 0) return 0;
  const wishes = await loadWishes(coming.map(({ person }) => person));
  const due = coming.filter(({ person, from }) => {
    const wish = wishes.has(person) ? wishes.get(person) : defaultMinutes;
    return wish != null && !isAfter(from.subtract({ minutes: wish }), at);
  });
  return inTransaction((tx) => tellPeople(tx, due.map(newsOf), at));
}

/** Those who have said how long before; null: not at all. */
async function loadWishes(personIds: readonly string[]): Promise<Map<string, number | null>> {
  const rows = await readRows<{ id: string; minutes: number | null }>(
    sql`select person_id as id, reminder_minutes as minutes from notification_settings
      where person_id = any(${uuids([...new Set(personIds)])})`,
  );
  return new Map(rows.map(({ id, minutes }) => [id, minutes]));
}

const newsOf = ({ person, from, until, rotation }: Beginning & { rotation: Rotation }): News => ({
  ...{ personId: person, kind: "reminder", key: `watch ${rotation.id} ${from}` },
  message: ({ timeZone }) => ({
    subject: `Your watch begins ${when(from, timeZone)}: ${rotation.name}`,
    lines: [
      `You take over ${rotation.name} at ${when(from, timeZone)}${until ? `, until ${when(until, timeZone)}` : ""}.`,
      "Look that your phone is loud. If life struck, ask for cover or hand it over: that takes one tap.",
    ],
    path: `/rotations/${rotation.slug}`,
  }),
});

const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0;

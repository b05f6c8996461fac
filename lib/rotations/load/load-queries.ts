import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { can, type Viewer } from "#lib/auth/policy";
import { uuids } from "#lib/order";
import { homeZoneOf } from "#lib/rotations/drawing/home-zone";
import { holidaysOf } from "#lib/rotations/load/holidays";
import { type Load, loadOf } from "#lib/rotations/load/load";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { personView } from "#lib/rotations/roster-view";
import type { Span } from "#lib/rotations/rotation";
import type { PersonView, RotationView } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";

/** What one person carried. */
export type LoadView = Omit<Load, "person"> & {
  person: PersonView;
  isActive: boolean;
  /** Nobody said in which zone they are: their nights and days are those of the rotation. */
  isZoneAssumed: boolean;
  /** False where nobody said whose public holidays count, or nobody here knows them: then none are counted. */
  areHolidaysKnown: boolean;
};

type OfRotation = Pick<RotationView, "id" | "version"> & { team: { id: string } };

/**
 * What everybody carried of a rotation over `window`, by name; of deactivated people those who carried something.
 * Undefined for whoever is neither in the rotation's team nor manages it.
 */
export async function findLoad(viewer: Viewer, rotation: OfRotation, window: Span): Promise<LoadView[] | undefined> {
  if (!can(viewer, "load:read", { teamIds: [rotation.team.id] })) return undefined;
  const { byRotation, people } = await loadWatches([rotation.id], window);
  const watch = byRotation.get(rotation.id);
  if (!watch) return [];
  const homeZone = homeZoneOf(rotation);
  const holidays = await holidaysOf(await listHolidayRegions([...people.keys()]), window);
  const loads = loadOf({
    shifts: resolveRoster(watch, window).shifts,
    planned: resolveRoster({ ...watch, overrides: [] }, window).shifts,
    people: [...people.values()].map(({ id, name, timeZone }) => ({
      ...{ id, name, timeZone: timeZone ?? homeZone },
      holidays: new Set(holidays.get(id)?.map(({ day }) => day)),
    })),
    window,
  });
  return loads.flatMap(({ person: id, ...load }) => {
    const person = people.get(id);
    if (!person || !(person.isActive || load.hours > 0 || load.handedOver.count > 0)) return [];
    const said = { isZoneAssumed: person.timeZone === null, areHolidaysKnown: holidays.has(id) };
    return [{ ...load, ...said, person: personView(person), isActive: person.isActive }];
  });
}

const listHolidayRegions = (ids: readonly string[]) =>
  readRows<{ id: string; holidayRegion: string | null }>(
    sql`select id, holiday_region as "holidayRegion" from people where id = any(${uuids(ids)})`,
  );

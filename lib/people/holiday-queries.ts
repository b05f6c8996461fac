import "server-only";
import type Holidays from "date-holidays";
import type { HolidaysTypes } from "date-holidays";
import { Invalid } from "#lib/errors";

/** A public holiday: the day as `YYYY-MM-DD` in its region, and its name, in English where there is one. */
export type Holiday = { day: string; name: string };

/** A country, or a part of one, whose public holidays are known; `code` as people carry it: `PT`, `DE-BE`. */
export type Region = { code: string; name: string };
export type Country = Region & { states: Region[] };

/**
 * The public holidays of `region` on the days in `[from, to)`, in order; a feast of several days stands on each of them,
 * and two may fall on one day. Throws Invalid for a region whose holidays nobody here knows.
 */
export async function listHolidays(
  region: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Holiday[]> {
  const [holidaysIn, first, end] = [await calendarOf(region), from.toString(), to.toString()];
  // A feast of several days may have begun in the year before.
  const years = Array.from({ length: to.year - from.year + 2 }, (_, index) => from.year - 1 + index);
  return years
    .flatMap(holidaysIn)
    .filter(({ day }) => first <= day && day < end)
    .toSorted((one, other) => one.day.localeCompare(other.day));
}

/** The same for several regions at once, by region; those whose holidays nobody here knows are left out. */
export async function listHolidaysByRegion(
  regions: Iterable<string>,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Map<string, Holiday[]>> {
  const known = await Promise.all(
    [...new Set(regions)].map(async (region) => ((await isRegionKnown(region)) ? [region] : [])),
  );
  return new Map(
    await Promise.all(known.flat().map(async (region) => [region, await listHolidays(region, from, to)] as const)),
  );
}

/** True when the public holidays of `region` are known. */
export async function isRegionKnown(region: string): Promise<boolean> {
  return isKnown(new (await loadCalendars())(), region);
}

/** The countries by name, each with its states, where it has any with holidays of their own. */
export async function listRegions(): Promise<Country[]> {
  const world = new (await loadCalendars())();
  const names = new Intl.DisplayNames("en", { type: "region" });
  const countries = Object.entries(world.getCountries("en")).map(([code, name]) => ({
    code,
    name: names.of(code) ?? name,
    states: regionsOf(`${code}-`, world.getStates(code, "en")),
  }));
  return countries.toSorted(byName);
}

type YearOf = (year: number) => Holiday[];
const calendars = new Map<string, YearOf>();

async function calendarOf(region: string): Promise<YearOf> {
  const known = calendars.get(region) ?? newCalendar(await loadCalendars(), region);
  calendars.set(region, known);
  return known;
}

function newCalendar(Calendar: typeof Holidays, region: string): YearOf {
  if (!isKnown(new Calendar(), region))
    throw new Invalid(`The public holidays of “${region}” are not known here.`, "holidayRegion");
  // Reckoned in UTC, a day is the same whatever the zone of this process.
  const [country = "", state = "", part = ""] = region.split("-");
  const calendar = new Calendar(country, state, part, { timezone: "UTC", types: ["public"] });
  const years = new Map<number, Holiday[]>();
  return (year) => {
    const known = years.get(year) ?? calendar.getHolidays(year, "en").flatMap(daysOf);
    years.set(year, known);
    return known;
  };
}

/** Each day of a feast. One that begins at sunset or ends at noon counts with its whole days. */
function daysOf({ date, start, end, name }: HolidaysTypes.Holiday): Holiday[] {
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length: days }, (_, index) => ({ day: first.add({ days: index }).toString(), name }));
}

function isKnown(world: Holidays, region: string): boolean {
  const [country = "", state, part] = region.split("-");
  if (!shape.test(region) || !world.getCountries()[country]) return false;
  if (state === undefined) return true;
  if (!world.getStates(country)?.[state]) return false;
  return part === undefined || Boolean(world.getRegions(country, state)?.[part]);
}

/** A region as it can be stored; a few codes of the library are written otherwise. */
const shape = /^[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}$/;

function regionsOf(prefix: string, names: Record<string, string> | undefined = {}): Region[] {
  return Object.entries(names)
    .map(([code, name]) => ({ code: prefix + code, name }))
    .filter(({ code }) => shape.test(code))
    .toSorted(byName);
}

const byName = (one: Region, other: Region) => one.name.localeCompare(other.name, "en");

/** Loaded where it is used: what it knows of the world weighs tens of megabytes. */
const loadCalendars = async () => (await import("date-holidays")).default;

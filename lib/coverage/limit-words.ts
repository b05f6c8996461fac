import { type CoverageLimits, readLimits } from "#lib/coverage/limits";

export type LimitName = keyof CoverageLimits;

/** What coverage is measured against when nobody has set anything. */
export const shippedLimits: CoverageLimits = readLimits(null);

/** What a limit is, where it comes from, and which checks it decides. */
export type LimitWords = { label: string; means: string; source: string; unit: string | null };

export const limitWords: Record<LimitName, LimitWords> = {
  alertsInTwelveHours: {
    label: "Alerts that need work in 12 hours on watch",
    means: "Where more than one in twenty stretches of 12 hours bring more of them, a watch asks too much.",
    source: "Site Reliability Engineering, chapter 11: at most two incidents a 12-hour shift.",
    unit: "alerts",
  },
  shareOnWatch: {
    label: "Share of their time that somebody is on watch",
    means: "Somebody who is on watch for more of their time than this carries too much.",
    source: "Site Reliability Engineering, chapter 11: no more than a quarter of one's time.",
    unit: "%",
  },
  engageMinutes: {
    label: "Time to engage",
    means: "Within so many minutes of the first page the delivery team means to answer.",
    source: "The promise of your organisation; a quarter of an hour is when the safety net calls ops.",
    unit: "minutes",
  },
  contactWorkedDays: {
    label: "Contact methods that worked lately",
    means: "A way to be reached that carried nothing for longer than this counts as not tried.",
    source: "A quarter, after which phones and numbers change hands.",
    unit: "days",
  },
  provenDays: {
    label: "Proven lately",
    means: "A drill, a real alert, a step that worked: how long ago each may have been.",
    source: "Half a year, in which most of what a runbook says is touched by a change.",
    unit: "days",
  },
  smallestRotation: {
    label: "People in a rotation",
    means: "A rotation with fewer people than this is named as too small.",
    source: "A quarter of somebody's time on watch needs four people; more where it goes through the night.",
    unit: "people",
  },
  seniorTitles: {
    label: "Words of seniority in a title",
    means:
      "Somebody with one of these in their title who stands in no rotation is a conversation to have for their manager, and for nobody else.",
    source: "What your organisation calls its senior levels.",
    unit: null,
  },
};

export const limitNames = Object.keys(limitWords) as LimitName[];

/** A limit as a form shows it: a share in per cent, titles in one line. */
export function limitText(name: LimitName, limits: CoverageLimits): string {
  if (name === "seniorTitles") return limits.seniorTitles.join(", ");
  return name === "shareOnWatch" ? String(Math.round(limits.shareOnWatch * 1_000) / 10) : String(limits[name]);
}

import { z } from "zod";

const days = (most: number) => z.number().int().min(1).max(most);

/** What coverage is measured against. An administrator sets it for the installation; what is left out is as it ships. */
export const CoverageLimits = z.object({
  /** Alerts that need work which somebody can carry in 12 hours on watch (Site Reliability Engineering, chapter 11). */
  alertsInTwelveHours: z.number().min(0.5).max(50).default(2),
  /** The share of their time that somebody can be on watch (the same chapter). */
  shareOnWatch: z.number().min(0.05).max(1).default(0.25),
  /** Within how many minutes of the first page the delivery team means to answer. */
  engageMinutes: z.number().int().min(1).max(240).default(15),
  /** How long ago a contact method may have worked for the last time. */
  contactWorkedDays: days(730).default(91),
  /** A drill, a real alert, a step that worked: how long ago it may have been. */
  provenDays: days(730).default(182),
  /** A rotation with fewer people is too small. */
  smallestRotation: z.number().int().min(1).max(50).default(4),
  /** Words in a person's title, in lower case, that make it one of seniority. */
  seniorTitles: z
    .array(z.string().trim().toLowerCase().min(2).max(40))
    .max(20)
    .default(["senior", "staff", "principal"]),
});

export type CoverageLimits = z.infer<typeof CoverageLimits>;

/** As stored, with what nobody set as it ships. */
export const readLimits = (stored: unknown): CoverageLimits => CoverageLimits.parse(stored ?? {});

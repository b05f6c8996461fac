import { z } from "zod";
import { limitNames } from "#lib/coverage/limit-words";
import { CoverageLimits } from "#lib/coverage/limits";

const number = z
  .string("Write a number.")
  .trim()
  .regex(/^\d+([.,]\d+)?$/, "Write a number.")
  .transform((text) => Number(text.replace(",", ".")));

const titles = z
  .string()
  .transform((text) => text.split(/[,\n]/).map((title) => title.trim().toLowerCase()))
  .transform((list) => [...new Set(list.filter((title) => title !== ""))]);

/** All limits as the form of an administrator says them: a share in per cent, titles with commas between them. */
export const CoverageLimitsForm = z
  .object({
    ...{ alertsInTwelveHours: number, shareOnWatch: number, engageMinutes: number, contactWorkedDays: number },
    ...{ provenDays: number, smallestRotation: number, seniorTitles: titles },
  })
  .transform((typed, context) => {
    const limits = CoverageLimits.safeParse({ ...typed, shareOnWatch: typed.shareOnWatch / 100 });
    if (limits.success) return limits.data;
    for (const { path } of limits.error.issues)
      context.addIssue({ code: "custom", path: path.slice(0, 1), message: rangeWords(String(path[0])) });
    return z.NEVER;
  });

const ranges: Record<string, string> = {
  alertsInTwelveHours: "Write a number from 0.5 to 50.",
  shareOnWatch: "Write a share from 5 to 100 per cent.",
  engageMinutes: "Write whole minutes from 1 to 240.",
  contactWorkedDays: "Write whole days from 1 to 730.",
  provenDays: "Write whole days from 1 to 730.",
  smallestRotation: "Write a whole number from 1 to 50.",
  seniorTitles: "Write at most 20 words of 2 to 40 letters each.",
};
const rangeWords = (name: string) => ranges[name] ?? "Write another value.";

export const OneLimit = z.object({ limit: z.enum(limitNames, "There is no such limit.") });
export type OneLimit = z.output<typeof OneLimit>;

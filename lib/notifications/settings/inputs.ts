import { z } from "zod";

const Ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const NotificationSettingsInput = z.object({
  /** How long before a watch begins; empty: not at all. */
  reminderMinutes: z.union(
    [z.literal("").transform(() => null), z.coerce.number().int().min(5).max(2880)],
    "Choose when you want to be reminded.",
  ),
  sendsDigest: Ticked,
  /** The monthly digest of coverage, which only managers have. */
  sendsCoverage: Ticked,
});
export type NotificationSettingsInput = z.output<typeof NotificationSettingsInput>;

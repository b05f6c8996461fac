import { notificationSettings } from "#db/schema";
import { type ContactMethod, draftContactMethod } from "#db/seed/contact-methods";
import type { Hired, Staff } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";

type People = Staff & Hired;

/** Who can be reached by mail: since when, and when a message last went through, both so many days ago. */
const reached: Partial<Record<keyof People, [verified: number, worked: number | null]>> = {
  ...{ ada: [240, 6], lin: [238, 4], marek: [236, 20], tomas: [229, 12], beatriz: [50, 15] },
  ...{ farid: [233, 16], rima: [231, 5], elio: [226, 8], hanna: [210, 101] },
  // Kenji has never had a message, and does not know whether one would wake him.
  ...{ adaeze: [220, 13], jonas: [219, 11], kenji: [20, null] },
  ...{ sophie: [222, 9], nuno: [64, 36] },
  ...{ ines: [230, 19], karim: [228, 14] },
  ...{ noor: [250, 10], sam: [249, 15], yuki: [249, 8], oskar: [205, 22], tamsin: [205, 20], layla: [136, 2] },
  ...{ graca: [245, 60], rui: [245, 32], claire: [160, 30], maya: [244, 31] },
};

/** Who wants to be told of nothing but pages: whether these would arrive shows only when one is sent. */
const quiet = ["hanna", "kenji"] as const;

/** Mail alone: its addresses belong to nobody, and a demo without a mail server plays it on screen. By person. */
export function draftContactMethods(draft: Draft, on: Workday, people: People): Map<string, ContactMethod> {
  for (const key of quiet) {
    const nothing = { reminderMinutes: null, sendsDigest: false, digestSentAt: null };
    draft.add(notificationSettings, {
      ...{ personId: people[key].id, ...nothing, sendsCoverage: false, coverageSentAt: null },
    });
  }
  return new Map(
    Object.entries(reached).map(([key, [verified, worked]]) => {
      const person = people[key as keyof People];
      const workedAt = worked === null ? null : on(worked, "07:10");
      return [person.id, draftContactMethod(draft, person, { label: "Work mail", workedAt }, on(verified, "16:10"))];
    }),
  );
}

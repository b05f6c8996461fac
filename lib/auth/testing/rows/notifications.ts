import { db } from "#db/client";
import { contactMethods } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { type Rows, unique, type World } from "#lib/auth/testing/roles";
import { now } from "#lib/clock";
import { testPager } from "#lib/notifications/drills/commands";
import * as methods from "#lib/notifications/methods/commands";
import { setNotificationSettings } from "#lib/notifications/settings/commands";
import { codeHash } from "#lib/notifications/verification-code";

/** How people are reached is theirs alone, and no token's. */
const inSession = ["stranger", "member", "lead", "opsMember", "manager", "administrator"] as const;

export const notificationsRows: Rows = {
  "notifications/methods/commands.addMethod": {
    may: inSession,
    run: (viewer) => methods.addMethod(viewer, { kind: "webhook", label: null, target: { url: address() } }),
  },
  "notifications/methods/commands.sendCode": {
    may: inSession,
    run: async (viewer, world) => methods.sendCode(viewer, await ownMethod(viewer, world)),
  },
  "notifications/methods/commands.verifyMethod": {
    may: inSession,
    run: async (viewer, world) => methods.verifyMethod(viewer, { ...(await ownMethod(viewer, world)), code: "123456" }),
  },
  "notifications/methods/commands.setMethodRule": {
    may: inSession,
    run: async (viewer, world) =>
      methods.setMethodRule(viewer, { ...(await ownMethod(viewer, world)), afterMinutes: 5, hours: "night" }),
  },
  "notifications/methods/commands.moveMethod": {
    may: inSession,
    run: async (viewer, world) => methods.moveMethod(viewer, { ...(await ownMethod(viewer, world)), direction: "up" }),
  },
  "notifications/methods/commands.removeMethod": {
    may: inSession,
    run: async (viewer, world) => methods.removeMethod(viewer, await ownMethod(viewer, world)),
  },
  "notifications/drills/commands.testPager": { may: inSession, run: (viewer) => testPager(viewer) },
  "notifications/settings/commands.setNotificationSettings": {
    may: inSession,
    run: (viewer) => setNotificationSettings(viewer, { reminderMinutes: 30, sendsDigest: false, sendsCoverage: true }),
  },
};

const address = () => `https://hooks.example/${unique()}`;

/** A method of whoever acts; of somebody else where a program acts, which has none. */
async function ownMethod({ personId }: Viewer, { stranger }: World): Promise<{ method: string }> {
  const [made] = await db()
    .insert(contactMethods)
    .values({
      ...{ personId: personId ?? stranger.id, kind: "webhook", label: "Hook", target: { url: address() } },
      ...{ position: 1, createdAt: now(), codeHash: codeHash("123456"), codeUntil: now().add({ minutes: 15 }) },
    })
    .returning({ id: contactMethods.id });
  return { method: made?.id ?? "" };
}

import type { ContactKind } from "#lib/notifications/contact-kinds";

type KindWords = {
  title: string;
  /** What it is good for, in a sentence. */
  says: string;
  /** How it is let through while a phone is silent. */
  letThrough: string;
};

/** What people are told of each kind of contact method. */
export const kindWords: Record<ContactKind, KindWords> = {
  email: {
    title: "E-mail",
    says: "Arrives anywhere. It seldom wakes anybody, so let it not be the only one.",
    letThrough:
      "iOS and Android: make the sender a contact or a VIP, give that its own sound, and allow the mail app in your sleep mode.",
  },
  ntfy: {
    title: "ntfy",
    says: "A push to the ntfy app on any phone, over ntfy.sh or a server of your own. Choose a topic that nobody guesses.",
    letThrough:
      "Android: in the ntfy app open the topic, Notification settings, and let “max priority” override Do Not Disturb. iOS: Settings, Focus, your sleep focus, Apps: allow ntfy.",
  },
  "web-push": {
    title: "This browser",
    says: "A push to the browser that you are in now. On an iPhone, add Watchbill to the home screen first and open it there.",
    letThrough:
      "Android: press and hold a notification of Watchbill, then its settings, and let it override Do Not Disturb. iOS: Settings, Focus, your sleep focus, Apps: allow Watchbill.",
  },
  webhook: {
    title: "Webhook",
    says: "JSON to an address of your own, signed. Others may read it there, so its links ask to sign in.",
    letThrough: "That is up to what receives it.",
  },
  slack: {
    title: "Slack",
    says: "To a channel, over an incoming webhook. Others read it there, so its links ask to sign in.",
    letThrough:
      "Slack is silent at night unless you say otherwise: Preferences, Notifications, and put the channel on “all messages”, with a schedule that never ends.",
  },
  sms: {
    title: "Text message",
    says: "To a phone, even where there is no data.",
    letThrough:
      "iOS: make the number a contact, edit it, Text Tone, and switch Emergency Bypass on. Android: star the contact, and allow messages of starred contacts in Do Not Disturb.",
  },
  voice: {
    title: "Phone call",
    says: "A voice says what broke, twice. Most people wake from it: a good second way after a few minutes.",
    letThrough:
      "iOS: make the number a contact, edit it, Ringtone, and switch Emergency Bypass on. Android: star the contact, and allow calls of starred contacts in Do Not Disturb.",
  },
  pagerduty: {
    title: "PagerDuty",
    says: "Opens an incident with an integration key of the Events API v2, so that PagerDuty’s own rules call you.",
    letThrough: "In the PagerDuty app: Settings, Notifications, and let critical alerts override silent mode.",
  },
};

const afterWords = (minutes: number): string =>
  minutes === 0 ? "at once" : minutes === 1 ? "after a minute" : `after ${minutes} minutes`;

/** When a method is used: `at once`, `after 5 minutes, at night only`. */
export function ruleWords({ afterMinutes, hours }: { afterMinutes: number; hours: string }): string {
  return afterWords(afterMinutes) + (hours === "night" ? ", at night only" : hours === "day" ? ", by day only" : "");
}

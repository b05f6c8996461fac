import type { BridgeNews } from "#db/schema";
import { playedWords } from "#lib/alerts/drills/drill";
import type { PageSeat } from "#lib/alerts/entry-kinds";
import type { Severity } from "#lib/alerts/views";

/** One alert as a message tells of it. `url` is absolute, and good for whoever receives this message. */
export type PagedAlert = {
  id: string;
  url: string;
  /** As its people call it, or as its sender did; null when nobody knows. */
  service: string | null;
  severity: Severity;
  summary: string;
  customerImpact: string | null;
  startsAt: Temporal.Instant;
  occurrences: number;
  /** Of how many more alerts its page speaks. */
  joined: number;
  firstStep: string | null;
  isDrill: boolean;
  seat: PageSeat;
  kind: "page" | "asks-again" | "quiet";
  word: string | null;
  by: string | null;
};

/** What goes over a contact method, whichever it is. */
export type Message = {
  kind: "page" | "test" | "verification" | "reminder" | "cover-request" | "digest" | "notice";
  /** One line of at most 100 characters. */
  subject: string;
  /** Plain text with its links. */
  text: string;
  /** What a voice says after the subject. */
  spoken: string;
  /** Where it leads, and what that is called. */
  url: string;
  label: string;
  /** It wakes people. */
  isUrgent: boolean;
  /** What verifies a method; nothing else carries one. */
  code: string | null;
  /** News of an incident for another system, which tells people by itself. */
  bridge: BridgeNews | null;
  /** For programs. */
  alerts: {
    id: string;
    service: string | null;
    severity: Severity;
    summary: string;
    customerImpact: string | null;
    startsAt: string;
    url: string;
  }[];
};

const severityWords: Record<Severity, string> = {
  critical: "Critical",
  error: "Error",
  warning: "Warning",
  info: "Info",
};
const rank: Record<Severity, number> = { critical: 0, error: 1, warning: 2, info: 3 };
const mostSubject = 100;
const mostListed = 10;

type PageFacts = {
  /** The reader's IANA zone. */
  timeZone: string;
  /** Where all alerts are listed. */
  listUrl: string;
  /** The links sign this reader in for these alerts. */
  isPersonal: boolean;
};

/** The message about one alert, or about several that are due at the same time: the gravest first, as a list. */
export function pageMessage(paged: readonly PagedAlert[], facts: PageFacts): Message {
  const alerts = paged.toSorted((one, other) => rank[one.severity] - rank[other.severity] || compare(one, other));
  const [first] = alerts;
  if (!first) throw new RangeError("A page is about an alert.");
  const count = alerts.reduce((sum, { joined }) => sum + 1 + joined, 0);
  const lead = alerts.length === 1 ? "" : `${count} alerts, first `;
  const body = alerts.length === 1 ? about(first, facts) : listOf(alerts, count, facts);
  return {
    kind: first.isDrill ? "test" : "page",
    subject: oneLine(`${lead}${headline(first)}`, mostSubject),
    text: [...body, ...footer(facts)].join("\n"),
    spoken: oneLine(`${whyYou(first)} The message on your phone leads to the briefing.`, 300),
    url: first.url,
    label: "Open the briefing",
    isUrgent: alerts.some(({ kind }) => kind !== "quiet"),
    code: null,
    bridge: null,
    alerts: alerts.map(({ id, service, severity, summary, customerImpact, startsAt, url }) => ({
      ...{ id, service, severity, summary, customerImpact, startsAt: startsAt.toString(), url },
    })),
  };
}

const compare = (one: PagedAlert, other: PagedAlert) => Temporal.Instant.compare(one.startsAt, other.startsAt);

function headline({ isDrill, kind, severity, service, customerImpact, summary }: PagedAlert): string {
  const what = customerImpact ?? summary;
  // A drill is of a service; whoever tests their pager plays alone.
  if (isDrill) return service ? `DRILL: ${service}: ${playedWords(summary)}` : `Test: ${summary}`;
  const lead = kind === "asks-again" ? "Still in hand? " : kind === "quiet" ? "For your working hours: " : "";
  return `${lead}${severityWords[severity]}: ${service ? `${service}: ` : ""}${what}`;
}

function about(alert: PagedAlert, { timeZone }: PageFacts): string[] {
  const { summary, service, severity, occurrences, customerImpact, joined, firstStep, url } = alert;
  return [
    whyYou(alert),
    "",
    clean(summary, 1_000),
    `${service ?? "A service that nobody knows"}, ${severityWords[severity].toLowerCase()}, since ${when(alert.startsAt, timeZone)}${occurrences > 1 ? `, ${occurrences} times` : ""}.`,
    customerImpact ? `What customers see: ${clean(customerImpact, 500)}` : "What customers see: nobody has said yet.",
    ...(joined > 0 ? [`It speaks for ${joined} more ${joined === 1 ? "alert" : "alerts"} of the same storm.`] : []),
    ...(firstStep ? [`First step: ${clean(firstStep, 500)}`] : []),
    "",
    url,
  ];
}

function listOf(alerts: readonly PagedAlert[], count: number, { timeZone, listUrl }: PageFacts): string[] {
  const listed = alerts.slice(0, mostListed);
  const rest = alerts.length - listed.length;
  return [
    `${count} alerts wait for you.`,
    ...listed.flatMap((alert, index) => [
      "",
      `${index + 1}. ${oneLine(headline(alert), 200)}`,
      `   since ${when(alert.startsAt, timeZone)}. ${whyYou(alert)}`,
      `   ${alert.url}`,
    ]),
    ...(rest > 0 ? ["", `And ${rest} more: ${listUrl}`] : []),
  ];
}

const footer = ({ isPersonal }: PageFacts): string[] =>
  isPersonal
    ? ["", "These links are yours alone. They open without signing in, for a day at most and while the alert is open."]
    : [];

const seatWords: Record<PageSeat, string> = {
  delivery: "You stand its watch.",
  backup: "You are the backup; nobody has answered yet.",
  ops: "You stand the ops watch; nobody else has answered yet.",
  lead: "You lead its team; nobody has answered yet.",
  holder: "You have it.",
  "handed-to": "It is handed to you.",
  "brought-in": "You are asked to help.",
};

/** Why this reader is asked, in a sentence or two. */
function whyYou({ kind, seat, by, word, isDrill, service }: PagedAlert): string {
  const said = word ? ` They say: “${clean(word, 300)}”` : "";
  if (isDrill && service)
    return `This is a drill, to which you agreed: nothing is broken. ${by ?? "Somebody"} calls you; answer as you would in earnest.${said}`;
  if (isDrill) return "Nothing is broken: somebody plays a page to see that it arrives.";
  if (kind === "asks-again")
    return "You have this alert, and it has been silent for a while. A note is enough, or hand it over.";
  if (kind === "quiet") return "It waited for working hours, and nobody was woken for it.";
  if (by && seat === "ops") return `${by} asks ops for help.${said}`;
  if (by && seat === "handed-to") return `${by} hands it to you.${said}`;
  if (by) return `${by} asks you to help.${said}`;
  return seatWords[seat] + said;
}

type OtherFacts = {
  kind: Message["kind"];
  subject: string;
  lines: readonly string[];
  url: string;
  code?: string | null;
  bridge?: BridgeNews | null;
};

/** A message that is no page. Where `{code}` stands in it, the code is put. */
export function otherMessage({ kind, subject, lines, url, code = null, bridge = null }: OtherFacts): Message {
  const text = lines.map((line) => line.replaceAll("{code}", code ?? "")).join("\n");
  return {
    ...{ kind, subject: oneLine(subject, mostSubject), url, code, bridge, isUrgent: kind === "verification" },
    text: `${text}\n\n${url}`,
    spoken: oneLine(code ? `${text.replaceAll(code, [...code].join(", "))}` : text, 500),
    label: kind === "verification" ? "Verify it" : "Open Watchbill",
    alerts: [],
  };
}

// Making a format costs fifty times what using it does.
const dayFormat = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });

/** An instant in words of the zone, which it names: `03:12 on Wed 4 Mar (Lisbon)`. */
export function when(at: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  const day = dayFormat.format(local.toPlainDate());
  return `${time} on ${day.replaceAll(",", "")} (${(timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ")})`;
}

const oneLine = (text: string, most: number) => cut(text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim(), most);
const clean = (text: string, most: number) => cut(text.replaceAll(/[^\P{Cc}\n\t]+/gu, " ").trim(), most);

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

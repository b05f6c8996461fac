import type { PageSeat } from "#lib/alerts/entry-kinds";
import type { EntryView } from "#lib/alerts/views";
import type { Named } from "#lib/event-kinds";
import type { Phrase } from "#lib/event-words";
import { methodWords } from "#lib/notifications/method-words";

type Of<Kind extends EntryView["kind"]> = Extract<EntryView, { kind: Kind }>;

/** A line of a timeline as a reader sees it: one sentence without a full stop. */
export function entryWords(entry: EntryView): Phrase[] {
  const by = actor(entry.by);
  switch (entry.kind) {
    case "opened":
      return say`${by} raised it: ${entry.summary}`;
    case "repeated":
      return say`${by} says that it began anew, ${entry.occurrences === 2 ? "the second time" : `${entry.occurrences} times by now`}`;
    case "gated":
      return gated(entry);
    case "joined":
      return say`It joined ${alert(entry.leader, entry.summary)}, whose page stands for this one too`;
    case "released":
      return say`Its wait is over`;
    case "paged":
      return paged(entry);
    case "passed-empty-seat":
      return entry.rotation
        ? say`Nobody stands watch in ${rotation(entry.rotation)} (${seatWords(entry.seat)}): the next one was asked at once`
        : say`There is no ${seatWords(entry.seat)}: the next one was asked at once`;
    case "passed-asked":
      return say`${person(entry.person)} is also ${seatWords(entry.seat)}, and was asked already: the next one was asked at once`;
    case "asked-all":
      return say`Nobody answered: everybody is asked again, round ${String(entry.round)}`;
    case "nobody-to-page":
      return say`There is nobody whom Watchbill could ask`;
    case "acknowledged":
      return entry.with ? say`${by} is here; ${person(entry.with)} still has it` : say`${by} acknowledged it`;
    case "asked-again":
      return say`It was silent: ${person(entry.person)} was asked again`;
    case "moved-on":
      return say`${person(entry.person)} did not answer: it goes on to the next one`;
    case "ops-paged":
      return entry.isDrill && entry.people.length === 0
        ? say`${by} called for ops, and nobody was woken: this is a drill, and nobody of ops agreed to it${suspicion(entry.suspicion)}`
        : say`${by} paged ops: ${people(entry.people)}${suspicion(entry.suspicion)}`;
    case "brought-in":
      return entry.team
        ? say`${by} brought in ${team(entry.team)}: ${people(entry.people)}${quoted(entry.word)}`
        : say`${by} brought in ${people(entry.people)}${quoted(entry.word)}`;
    case "handed-over":
      return say`${by} is handing it over to ${person(entry.to)}${quoted(entry.word)}`;
    case "hand-over-unanswered":
      return say`${person(entry.to)} did not take it over`;
    case "noted":
      return say`${by} noted: ${entry.words}`;
    case "step-marked":
      return say`${by} marked a step: ${{ text: entry.step, href: entry.path }} ${verdicts[entry.verdict]}${quoted(entry.word)}`;
    case "not-delivered":
      return say`The message to ${person(entry.person)} by ${methodWords(entry.method)} did not arrive: ${entry.failure}`;
    case "resolved":
      return say`${by} resolved it${entry.cause ? `. It was: ${withoutStop(entry.cause)}` : ""}${entry.remedy ? `. What worked: ${withoutStop(entry.remedy)}` : ""}`;
    case "resolved-by-sender":
      return say`${by} says that it is over`;
    case "reopened":
      return say`${by} opened it again${quoted(entry.word)}`;
    case "reviewed":
      return say`${by} looked back on it`;
  }
}

/** In which capacity somebody is asked, in a sentence. */
export const seatWords = (seat: PageSeat): string => seats[seat];

const seats: Record<PageSeat, string> = {
  delivery: "delivery watch",
  backup: "backup",
  ops: "ops watch",
  lead: "lead",
  holder: "holder",
  "handed-to": "next holder",
  "brought-in": "brought in",
};

const verdicts = { worked: "worked", failed: "failed", "out-of-date": "is out of date" };

function gated({ decision, reason, releasesAt }: Of<"gated">): Phrase[] {
  const why = reasons[reason];
  if (decision === "page") return say`It pages, because ${why}`;
  return releasesAt
    ? say`It wakes nobody, because ${why}: it waits until ${{ at: releasesAt }}`
    : say`It wakes nobody, because ${why}`;
}

const reasons: Record<Of<"gated">["reason"], string> = {
  "customer-impact": "customers see it",
  "first-time": "its rule fires for the first time and nobody has said what customers see",
  drill: "it is a drill",
  "low-severity": "its severity is low",
  "no-customer-impact": "customers see nothing of it",
  "impact-unanswered": "nobody has answered what customers see of it",
  maintenance: "its service is in maintenance",
};

function paged({ person: one, seat, isQuiet, word }: Of<"paged">): Phrase[] {
  const told = isQuiet ? say`${person(one)} was told quietly` : say`${person(one)} was paged`;
  return [...told, ` (${seatWords(seat)})`, ...[quoted(word ?? null)].filter((text) => text !== "")];
}

const suspicion = (text: string | null) => (text ? `. Suspected: ${text}` : "");
const quoted = (text: string | null) => (text ? `: ${text}` : "");

function people(list: readonly Named[]): Phrase[] {
  if (list.length === 0) return ["nobody is there"];
  return list.flatMap((one, index) => [
    ...(index === 0 ? [] : [index === list.length - 1 ? " and " : ", "]),
    person(one),
  ]);
}

const actor = ({ name, address }: EntryView["by"]): Phrase =>
  address === null ? name : person({ name, slug: address });
const person = ({ slug, name }: Named): Phrase => ({ text: name, href: `/people/${encodeURIComponent(slug)}` });
const team = ({ slug, name }: Named): Phrase => ({ text: name, href: `/teams/${slug}` });
const rotation = ({ slug, name }: Named): Phrase => ({ text: name, href: `/rotations/${slug}` });
const alert = (id: string, summary: string): Phrase => ({ text: summary, href: `/alerts/${id}` });

function say(words: TemplateStringsArray, ...pieces: (Phrase | Phrase[])[]): Phrase[] {
  return words.flatMap((text, index) => [text, pieces[index] ?? ""].flat()).filter((piece) => piece !== "");
}

/** What somebody wrote as a sentence of its own, to stand within one that ends without a full stop. */
const withoutStop = (words: string) => words.trimEnd().replace(/\.$/, "");

import { eventWords, type Happened, type Phrase } from "#lib/event-words";
import { spanTimes } from "#lib/rotations/standing-in/span-times";

type Ahead = { from: string; to: string };

/** What the portal knows at a handoff; ISO texts. */
export type KnownAtHandoff = {
  gaps: readonly Ahead[];
  requests: readonly (Ahead & { person: { name: string } })[];
  /** What happened to the services of the watch while it was stood, the latest first. */
  events: readonly ({ at: string } & Happened)[];
};

/**
 * A handoff note to begin with: what lies ahead, and what changed, in plain lines with times of the IANA zone
 * `timeZone`. Empty where nothing is known.
 */
export function prefilledWorries({ gaps, requests, events }: KnownAtHandoff, timeZone: string): string {
  const times = ({ from, to }: Ahead) =>
    spanTimes({ from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) }, timeZone);
  const lines = [
    ...gaps.map((gap) => `Nobody stands watch ${times(gap)}.`),
    ...requests.map((request) => `${request.person.name} asks for cover ${times(request)}.`),
    ...events.map((event) => `${plain(eventWords(event).sentence)}.`),
  ];
  return lines.map((line) => `– ${line}`).join("\n");
}

const plain = (sentence: readonly Phrase[]) =>
  sentence.map((phrase) => (typeof phrase === "string" ? phrase : "text" in phrase ? phrase.text : "")).join("");

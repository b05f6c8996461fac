import { readDocumentFile } from "#db/seed/demo/document-files";
import type { Hired, Staff } from "#db/seed/demo/shop";
import { stepWords } from "#db/seed/demo/step-words";
import type { Workday } from "#db/seed/demo/workdays";
import {
  type Document,
  draftDocument,
  draftMark,
  draftReview,
  draftSuggestion,
  followDocument,
  saveRevision,
} from "#db/seed/documents";
import type { Draft } from "#db/seed/draft";
import type { Service } from "#db/seed/services";

export type Who = keyof (Staff & Hired);
type Crowd = Staff & Hired;

/** Who, how many days ago, and at what time of day in UTC. */
type Turn = [who: Who, daysAgo: number, time?: string];
/** What the text says after an edit, and what stood in that place before. */
type Replacement = [now: string, before: string];

/** What came of a document since its first revision. Its file holds the present text; the earlier ones follow from it. */
export type DocumentHistory = {
  /** Folder and name of the file, e.g. `checkout/runbooks/orders-fall`. */
  file: string;
  written: Turn;
  edits?: { turn: Turn; summary: string; texts: Replacement[]; isTypo?: true }[];
  reviews?: { turn: Turn; note?: string }[];
  /** `step` is where it stands in the revision of that day, e.g. `mitigation-2`. */
  marks?: { turn: Turn; step: string; verdict?: "failed" | "out-of-date"; word?: string }[];
  followers?: Who[];
  /** Its texts are what is proposed, and what stands there. */
  suggestion?: { turn: Turn; summary: string; texts: Replacement[] };
};

/** Makes up the document with all that happened to it, in the order in which it happened. */
export function draftHistory(
  draft: Draft,
  on: Workday,
  people: Crowd,
  services: Map<string, Service>,
  { file, written, edits = [], ...since }: DocumentHistory,
): Document {
  const { service: slug, body: present, ...facts } = readDocumentFile(file);
  const service = services.get(slug);
  if (!service) throw new Error(`${file} belongs to no service.`);
  const bodies = bodiesOf(file, present, edits).map((text) => withDates(text, on));
  const [first = "", ...later] = bodies;
  const body = bodies.at(-1) ?? first;
  const [by, at] = turnOf(written);
  const document = draftDocument(draft, { ...facts, service, by, body: first }, at);

  const acts = [
    ...edits.map(({ turn, summary, isTypo }, index) =>
      act(turn, (by, at) =>
        saveRevision(
          draft,
          document,
          { by, summary, body: later[index] ?? first, basedOn: index + 1, isSubstantial: !isTypo },
          at,
        ),
      ),
    ),
    ...(since.reviews ?? []).map(({ turn, note }) =>
      act(turn, (by, at) => draftReview(draft, document, note === undefined ? { by } : { by, note }, at)),
    ),
    ...(since.marks ?? []).map(({ turn, step: anchor, ...said }) =>
      act(turn, (by, at) =>
        draftMark(draft, document, { by, anchor, step: stepWords(document.present.body, anchor), ...said }, at),
      ),
    ),
  ];
  for (const { apply } of acts.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))) apply();

  for (const follower of since.followers ?? []) {
    followDocument(draft, document, { by: people[follower] }, latest(at, on(50)));
  }
  if (since.suggestion) {
    const { turn, summary, texts } = since.suggestion;
    const [by, at] = turnOf(turn);
    draftSuggestion(draft, document, { by, summary, body: replace(file, body, texts.map(turnRound)) }, at);
  }
  return document;

  function turnOf([who, daysAgo, time]: Turn) {
    return [people[who], on(daysAgo, time)] as const;
  }

  function act(turn: Turn, apply: (by: Crowd[Who], at: Temporal.Instant) => unknown) {
    const [by, at] = turnOf(turn);
    return { at, apply: () => apply(by, at) };
  }
}

/** The text of each revision, the first one first: what stands now without one edit after the other. */
function bodiesOf(file: string, present: string, edits: { texts: Replacement[] }[]): string[] {
  const bodies = [present];
  for (const { texts } of edits.toReversed()) bodies.push(replace(file, bodies.at(-1) ?? present, texts));
  return bodies.toReversed();
}

/** `{12 days ago}` in a text stands for the date of that day. */
const withDates = (text: string, on: Workday) =>
  text.replace(/\{(\d+) days ago\}/g, (_, daysAgo) =>
    on(Number(daysAgo)).toZonedDateTimeISO("UTC").toPlainDate().toLocaleString("en-GB", { dateStyle: "long" }),
  );

/** Nobody follows what is not there, nor before the last of them was hired. */
const latest = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;

const turnRound = ([now, before]: Replacement): Replacement => [before, now];

/** Puts what stood before in the place of what stands now. */
function replace(file: string, body: string, texts: Replacement[]): string {
  return texts.reduce((text, [now, before]) => {
    if (text.split(now).length !== 2) throw new Error(`${file}.md does not say once: ${now}`);
    return text.replace(now, () => before);
  }, body);
}

import { documentMentions, documentSections } from "#db/schema";
import { type Document, draftDocument, draftMark, draftReview } from "#db/seed/documents";
import type { Draft } from "#db/seed/draft";
import { longAgo } from "#db/seed/history";
import type { Luck } from "#db/seed/large";
import {
  facts,
  impacts,
  meanings,
  questions,
  remedies,
  symptoms,
  type Writer,
  writerOf,
} from "#db/seed/large/writings";
import { pick, slugOf } from "#db/seed/names";
import type { Person } from "#db/seed/people";
import type { Service } from "#db/seed/services";

const runbooksPerService = 4;

/** What notes may speak of, who writes, and the words of all headings so far. */
type Around = { services: readonly Service[]; people: readonly Person[]; words: Set<string> };

/**
 * An architecture note and four runbooks of a service, most of them reviewed, some of them used. Their sections are
 * written with them, as `indexDocuments` would take them apart; `words` gathers those of their headings.
 */
export function draftDocumentsOf(
  draft: Draft,
  luck: Luck,
  service: Service,
  { services, people, words }: Around,
): Document[] {
  const writer = writerOf(luck, service.name);
  const by = () => (people.length > 0 ? pick(people, luck.random) : undefined);
  const at = () => longAgo.subtract({ hours: Math.floor(luck.random() * 24 * 200) });
  const note = {
    ...{ kind: "note" as const, slug: "how-it-works", title: `How ${service.name} works`, alertNames: [] },
    parts: partsOfNote(luck, writer, services),
  };
  const runbooks = Array.from({ length: runbooksPerService }, (_, index) => {
    const alert = writer.fill("{class}{own}").replaceAll(/[^A-Za-z]/g, "");
    const title = writer.fill(`The {own} {part} of ${service.name} ${symptoms[index % symptoms.length]}`);
    const alertNames = luck.percent(80) ? [`${alert}${index}`] : [];
    return { kind: "runbook" as const, slug: `runbook-${index + 1}`, title, alertNames, parts: partsOfRunbook(writer) };
  });
  return [note, ...runbooks].map(({ parts, ...facts }) => {
    const author = by();
    const body = parts.map(markdownOf).join("\n\n");
    const document = draftDocument(draft, { ...facts, body, service, ...(author && { by: author }) }, at());
    draftSections(draft, document, parts, words);
    if (author && luck.percent(60)) draftReview(draft, document, { by: author });
    if (author && document.kind === "runbook" && luck.percent(30)) draftMark(draft, document, { by: author });
    return document;
  });
}

/** One section: sentences, then steps, or services that have to answer, then a command. */
type Part = { heading: string; sentences?: string[]; steps?: string[]; needs?: Service[]; command?: string };

const partsOfRunbook = ({ some, fill }: Writer): Part[] => [
  { heading: "Meaning", sentences: some(meanings, 3) },
  { heading: "Impact", sentences: some(impacts, 2) },
  { heading: "Diagnosis", steps: some(questions, 4), command: fill("{own} status --{part} {rare}") },
  { heading: "Mitigation", steps: some(remedies, 3) },
];

const partsOfNote = ({ favourite }: Luck, { some }: Writer, services: readonly Service[]): Part[] => [
  { heading: "What it does", sentences: some(facts, 2) },
  { heading: "How a request flows", sentences: some(facts, 3) },
  { heading: "What it keeps", sentences: some(facts, 2) },
  {
    heading: "What it assumes about its surroundings",
    needs: [...new Set([favourite(services), favourite(services)])],
  },
  { heading: "How it fails", sentences: some(meanings, 2) },
];

function markdownOf({ heading, sentences, steps, needs, command }: Part): string {
  return [
    `## ${heading}`,
    ...(sentences ? [sentences.join(" ")] : []),
    ...(steps ? [steps.map((step, index) => `${index + 1}. ${step}`).join("\n")] : []),
    ...(needs ? [needs.map(({ name, slug }) => `- [${name}](/services/${slug}) answers.`).join("\n")] : []),
    ...(command ? [`\`\`\`sh\n${command}\n\`\`\``] : []),
  ].join("\n\n");
}

function draftSections(draft: Draft, { id, title, serviceId }: Document, parts: readonly Part[], words: Set<string>) {
  const sections = [{ anchor: "", heading: title, text: "", steps: [] as string[] }, ...parts.map(sectionOf)];
  for (const [ordinal, section] of sections.entries()) {
    draft.add(documentSections, { documentId: id, ordinal, ...section });
    for (const word of section.heading.toLowerCase().match(/[a-z0-9]{3,}/g) ?? []) words.add(word);
  }
  for (const { id: needed } of parts.flatMap(({ needs = [] }) => needs)) {
    if (needed !== serviceId) draft.add(documentMentions, { documentId: id, serviceId: needed, isAssumed: true });
  }
}

function sectionOf({ heading, sentences, steps, needs, command }: Part) {
  const items = plain(steps ?? needs?.map(({ name }) => `${name} answers.`) ?? []);
  const said = sentences ? [plain(sentences).join(" ")] : [];
  const text = [...said, ...items, ...(command ? [command] : [])].join("\n");
  return { anchor: slugOf(heading), heading, text, steps: items };
}

const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll("`", ""));

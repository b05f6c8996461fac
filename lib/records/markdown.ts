import type { LevelView } from "#lib/records/criteria/queries";
import type { RecordView } from "#lib/records/queries";
import { verbatim } from "#lib/records/verbatim";
import { leftOut, purpose, type RecordLine, type RecordSection, sources } from "#lib/records/views";
import { dayWords, momentWords } from "#lib/records/words";

/** A record as a dated document of Markdown, with what the organisation expects behind it. `origin` begins its links. */
export function recordMarkdown(record: RecordView, levels: readonly LevelView[], origin: string): string {
  const { person, from, to, madeAt, timeZone, notes, sections } = record;
  const whole = notes.find(({ line }) => line === null);
  const last = dayWords(`${Temporal.Instant.from(to).subtract({ seconds: 1 })}`, timeZone);
  const told = sections.filter(({ lines }) => lines.length > 0);
  const parts = [
    `# Ownership record of ${verbatim(person.name)}`,
    [person.title && verbatim(person.title), `${dayWords(from, timeZone)} – ${last}`].filter(Boolean).join(" · "),
    `Made on ${momentWords(madeAt, timeZone)} (${timeZone}). ${purpose}`,
    ...(whole ? ["## In their own words", quoted(whole.text)] : []),
    ...told.map((section) => sectionText(section, record, origin)),
    ...(told.length === 0 ? ["Watchbill holds nothing of them in this span."] : []),
    ...expectationParts(record, levels),
    "## Where this comes from",
    `${sources} ${leftOut} A part of which there was nothing in the span is left out.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionText({ title, lines, isCut }: RecordSection, record: RecordView, origin: string): string {
  const cut = isCut ? ["These are the latest; there are more in the span."] : [];
  return [`## ${title}`, ...lines.map((line) => lineText(line, record, origin)), ...cut].join("\n\n");
}

function lineText({ key, title, href, says }: RecordLine, { notes, links }: RecordView, origin: string): string {
  const name = href ? `[${verbatim(title)}](${origin}${href})` : verbatim(title);
  const facts = says.map(({ term, words }) => `- ${term ? `*${term}:* ` : ""}${verbatim(words)}`);
  const note = notes.find(({ line }) => line === key);
  const speaks = links.filter(({ line }) => line === key);
  return [
    `### ${name}`,
    [
      ...facts,
      ...speaks.map(
        ({ criterion, by }) =>
          `- *Speaks to ${verbatim(criterion.level)}:* ${verbatim(criterion.text)} (pointed out by ${verbatim(by.name)})`,
      ),
    ].join("\n"),
    ...(note ? [quoted(`In their own words: ${note.text}`)] : []),
  ].join("\n\n");
}

function expectationParts({ links }: RecordView, levels: readonly LevelView[]): string[] {
  if (levels.length === 0) return [];
  const titles = levels.map(({ level, criteria }) =>
    [
      `### ${verbatim(level)}`,
      criteria
        .map(({ id, text }) => {
          const count = links.some(({ criterion }) => criterion.id === id);
          return `- ${verbatim(text)}${count ? " (lines were pointed out for it above)" : ""}`;
        })
        .join("\n"),
    ].join("\n\n"),
  );
  return [
    "## What the organisation expects",
    ...titles,
    "No verdict is computed from this: whether it is met is for people to say.",
  ];
}

const quoted = (text: string) =>
  verbatim(text, { keepsLines: true })
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");

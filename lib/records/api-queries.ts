import "server-only";
import type { Viewer } from "#lib/auth/policy";
import { Invalid } from "#lib/errors";
import { openRecordOf, type RecordView } from "#lib/records/queries";
import { findRecordRight } from "#lib/records/right";
import { instantSpan } from "#lib/records/span";
import { leftOut, purpose, sources } from "#lib/records/views";

type AskedSpan = { from?: Temporal.Instant | undefined; to?: Temporal.Instant | undefined };

/**
 * The record as the API shows it, or undefined for whoever may not read it. Throws Invalid naming `from` for a span
 * without anything of the past in it; to strangers there is nothing to be wrong about.
 */
export async function findRecordAnswer(viewer: Viewer, address: string, asked: AskedSpan, at: Temporal.Instant) {
  const span = instantSpan(asked, at);
  if (!span) {
    if (!(await findRecordRight(viewer, address, at))) return undefined;
    throw new Invalid("Ask about a span that has begun, and that ends after it begins.", "from");
  }
  const record = await openRecordOf(viewer, address, span, "api", at);
  return record && answerOf(record);
}

function answerOf({ person, right, sections, notes, links, ...times }: RecordView) {
  const noteOf = (line: string | null) => notes.find((note) => note.line === line)?.text ?? null;
  return {
    person: { address: person.address, name: person.name, title: person.title },
    ...times,
    right: right.kind,
    note: noteOf(null),
    sections: sections.map(({ kind, title, lines, isCut }) => ({
      ...{ kind, title, more: isCut },
      lines: lines.map(({ key, href, ...line }) => ({
        ...{ key, ...line, url: href, note: noteOf(key) },
        criteria: links.filter((link) => link.line === key).map(({ criterion }) => criterion.id),
      })),
    })),
    ...{ purpose, sources, leftOut },
  };
}

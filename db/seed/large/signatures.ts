import type { Document } from "#db/seed/documents";
import type { Draft } from "#db/seed/draft";
import type { Luck } from "#db/seed/large";
import { errors, meanings, questions, remedies, writerOf } from "#db/seed/large/writings";
import type { Service } from "#db/seed/services";
import { draftSignature, type Signature } from "#db/seed/signatures";

const perService = 2;

/** What two errors of a service look like, of one line or two, some of them with a way into a runbook. */
export function draftSignaturesOf(
  draft: Draft,
  luck: Luck,
  service: Service,
  written: readonly Document[],
): Signature[] {
  const { fill, some } = writerOf(luck, service.name);
  const runbook = written.find(({ kind }) => kind === "runbook");
  return Array.from({ length: perService }, (_, index) =>
    draftSignature(draft, {
      service,
      slug: `error-${index + 1}`,
      pattern: some(errors, luck.percent(40) ? 2 : 1).join("\n"),
      meaning: fill("The {own} {part} gave up"),
      cause: some(meanings, 1).join(" "),
      confirm: some(questions, 1).join(" "),
      firstStep: some(remedies, 1).join(" "),
      ...(runbook && luck.percent(60) && { runbook, runbookAnchor: "mitigation-1" }),
    }),
  );
}

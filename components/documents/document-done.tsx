import type { ReactNode } from "react";
import { RetireUndo } from "#components/documents/retire-undo";
import { DoneWord } from "#components/ui/done-word";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentView } from "#lib/documents/views";

type DocumentDoneProps = {
  document: DocumentView;
  done: string | string[] | undefined;
  mergedWith?: readonly string[] | undefined;
};

/** Says what was just done to a document, with a way back where there is one; works without JavaScript. */
export function DocumentDone({ document, done, mergedWith = [] }: DocumentDoneProps) {
  const said = wordsFor(String(done), document, mergedWith);
  if (!said) return null;
  return (
    <div role="status" tabIndex={-1} className="mb-5 scroll-mt-24 print:hidden">
      <Notice tone="ok" title={said.title} action={said.action}>
        {said.more}
      </Notice>
      <DoneWord />
    </div>
  );
}

type Said = { title: string; more?: ReactNode; action?: ReactNode };

function wordsFor(done: string, document: DocumentView, mergedWith: readonly string[]): Said | undefined {
  const { revision, permissions } = document;
  const history = `${documentUrl(document)}/history`;
  const compare = revision > 1 && (
    <Link href={`${history}?before=${revision - 1}&after=${revision}`}>See what changed</Link>
  );
  switch (done) {
    case "written":
      return { title: "Written.", more: "Whoever is woken for this service finds it from now on." };
    case "saved":
      return { title: "Saved.", more: `This is revision ${revision}.`, action: compare };
    case "merged":
      return {
        title: `Saved, together with what ${namesOf(mergedWith)} wrote in the meantime.`,
        more: "Read it once more: both are in it.",
        action: compare,
      };
    case "brought-back":
      return { title: "Brought back.", more: `It is revision ${revision} now.`, action: compare };
    case "moved":
      return { title: "Moved.", more: "Its old address leads here." };
    case "accepted":
      return { title: "Taken.", more: `It is revision ${revision} now, and its author is named.`, action: compare };
    case "declined":
      return { title: "Declined.", more: "Its author sees what you answered." };
    case "withdrawn":
      return { title: "Withdrawn." };
    case "suggested":
      return {
        title: "Suggested. Thank you.",
        more: "The members of its team decide; what becomes of it stands on this page.",
      };
    case "reviewed":
      return { title: "Confirmed. Thank you." };
    case "retired":
      return {
        title: "Retired.",
        action: permissions.canEdit && document.retiredAt && <RetireUndo document={document} isRetired />,
      };
    case "restored":
      return {
        title: "Brought back.",
        action: permissions.canEdit && !document.retiredAt && <RetireUndo document={document} isRetired={false} />,
      };
    default:
      return undefined;
  }
}

const namesOf = (names: readonly string[]) =>
  names.length > 0 ? new Intl.ListFormat("en").format(names) : "somebody else";

import { AuthorName } from "#components/documents/author-name";
import { BringBackForm } from "#components/documents/bring-back-form";
import { originOf } from "#components/documents/revision-list";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentView, RevisionView } from "#lib/documents/views";

type RevisionNoticeProps = { document: DocumentView; revision: RevisionView; timeZone: string };

/** Above an older text: that it is one, whose it is, and the way to bring it back. */
export function RevisionNotice({ document, revision, timeZone }: RevisionNoticeProps) {
  const { number, author, at, summary } = revision;
  const isPresent = number === document.revision;
  const canBringBack = !isPresent && document.permissions.canEdit && !document.retiredAt;
  const origin = originOf(revision);
  return (
    <Notice
      tone={isPresent ? "info" : "warn"}
      className="mb-6"
      title={isPresent ? `Revision ${number} is the present text.` : `Revision ${number} is not the present text.`}
      action={
        canBringBack ? (
          <BringBackForm document={document} revision={number} />
        ) : (
          <Link href={documentUrl(document)}>Read the present text</Link>
        )
      }
    >
      Saved by <AuthorName author={author} /> on <Instant at={at} timeZone={timeZone} />
      {origin && `, ${origin}`}
      {summary ? `: ${summary}` : "."}
    </Notice>
  );
}

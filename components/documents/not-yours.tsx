import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentView } from "#lib/documents/views";

/** In place of a form that this reader may not send: who may, and what the reader may do instead. */
export function NotYours({ document }: { document: DocumentView }) {
  const address = documentUrl(document);
  return (
    <>
      <Notice className="mb-4">Only members of the service's delivery or ops team can do this.</Notice>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={address}>Back to {document.title}</ButtonLink>
        {document.permissions.canSuggest && <ButtonLink href={`${address}/suggest`}>Suggest an edit</ButtonLink>}
      </div>
    </>
  );
}

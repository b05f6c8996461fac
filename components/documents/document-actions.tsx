import { FollowButton } from "#components/documents/follow-button";
import { MoreActions } from "#components/documents/more-actions";
import { ButtonLink } from "#components/ui/button-link";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentView } from "#lib/documents/views";

/** What the reader may do with a document. */
export function DocumentActions({ document }: { document: DocumentView }) {
  const { canEdit, canSuggest } = document.permissions;
  const { kind, slug, title, isFollowed, service } = document;
  const address = documentUrl(document);
  const isLiving = !document.retiredAt && !service.isRetired;
  return (
    <div className="flex flex-wrap items-center gap-2" data-screen-only="">
      <FollowButton document={{ kind, slug, title, isFollowed, service: { slug: service.slug } }} />
      {isLiving && canEdit && <ButtonLink href={`${address}/edit`}>Edit</ButtonLink>}
      {isLiving && canSuggest && <ButtonLink href={`${address}/suggest`}>Suggest an edit</ButtonLink>}
      {canEdit && (
        <MoreActions
          items={[
            ...(document.retiredAt ? [] : [{ href: `${address}/move`, label: "Title and address" }]),
            { href: `${address}/retire`, label: document.retiredAt ? "Bring back" : "Retire" },
          ]}
        />
      )}
    </div>
  );
}

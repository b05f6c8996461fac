import { ChevronDown } from "lucide-react";
import { FollowButton } from "#components/documents/follow-button";
import { ButtonLink } from "#components/ui/button-link";
import { buttonStyle } from "#components/ui/button-style";
import { Link } from "#components/ui/link";
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
        <More
          items={[
            ...(document.retiredAt ? [] : [{ href: `${address}/move`, label: "Title and address" }]),
            { href: `${address}/retire`, label: document.retiredAt ? "Bring back" : "Retire" },
          ]}
        />
      )}
    </div>
  );
}

/** A `details`, so it needs no JavaScript; the shell closes it. */
function More({ items }: { items: readonly { href: string; label: string }[] }) {
  return (
    <details data-disclosure="" className="relative">
      <summary className={buttonStyle("plain")}>
        More
        <ChevronDown aria-hidden="true" />
      </summary>
      <ul className="absolute right-0 z-10 mt-1 w-max min-w-44 rounded-control bg-sheet p-1 shadow-raised">
        {items.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              className="block rounded-small px-2.5 py-1.5 text-ink hover:bg-well hover:no-underline! touch:py-2.5"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

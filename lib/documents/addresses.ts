import type { DocumentKind } from "#lib/documents/views";

type Address = { kind: DocumentKind; slug: string; service: { slug: string } };

/** The part of the address that names the kind: `runbooks`, `notes`. */
export const roomOf = (kind: DocumentKind) => `${kind}s` as const;

/** The page of a document in the portal, with an anchor on it where one is given. */
export function documentUrl({ kind, slug, service }: Address, anchor = ""): string {
  return `/services/${service.slug}/${roomOf(kind)}/${slug}${anchor && `#${anchor}`}`;
}

/** The page of a signature in the portal. */
export const signatureUrl = ({ slug, service }: Omit<Address, "kind">) =>
  `/services/${service.slug}/signatures/${slug}`;

/** The form for a new runbook of a service, begun for an alert. */
export const newRunbookUrl = (service: string, alertName: string) =>
  `/services/${service}/runbooks/new?${new URLSearchParams({ alert: alertName })}`;

import { headers } from "next/headers";
import { ErrorState } from "#components/layout/error-state";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { requireViewer } from "#lib/auth/viewer";
import { suggestServices } from "#lib/services/queries";
import PortalNotFound from "../../not-found";
import { isDocumentHere } from "./_documents/load-document";
import { isServiceHere } from "./load-service";

const mostSuggestions = 5;

export default async function ServiceNotFound() {
  const [viewer, path] = await Promise.all([requireViewer(), headers().then((all) => all.get("x-path") ?? "")]);
  const [, , slug = "", room = "", document = ""] = path.split(/[/?#]/);
  // Next.js has this ready on each page of a service: what nobody will see must cost nothing.
  if (await isDocumentHere(viewer, { service: slug, room, slug: document })) return <PortalNotFound />;
  if (await isServiceHere(viewer, slug.toLowerCase())) return <PortalNotFound />;
  const wanted = slug.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const near = wanted ? (await suggestServices(viewer, wanted)).slice(0, mostSuggestions) : [];

  return (
    <ErrorState
      title="There is no such service here"
      actions={<ButtonLink href={`/services?${new URLSearchParams({ query: wanted })}`}>Search the catalog</ButtonLink>}
    >
      <p>The address may be mistyped. A service that was renamed is still found under its old address.</p>
      {near.length > 0 && (
        <>
          <p className="mt-4 text-ink">Perhaps you mean:</p>
          <ul className="mt-1 grid gap-1">
            {near.map(({ slug, name, hint }) => (
              <li key={slug}>
                <Link href={`/services/${slug}`}>{name}</Link>
                {hint && <span className="ml-2 text-ink-faint text-small">{hint}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </ErrorState>
  );
}

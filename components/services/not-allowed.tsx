import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";

/** In place of a form that this reader may not send: who may. `who` completes “Only … .” */
export function NotAllowed({ service, who }: { service: { slug: string; name: string }; who: string }) {
  return (
    <>
      <Notice className="mb-4">Only {who}. Its page says whom to ask.</Notice>
      <ButtonLink href={`/services/${service.slug}`}>Back to {service.name}</ButtonLink>
    </>
  );
}

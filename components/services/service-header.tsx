import { PageHeader } from "#components/layout/page-header";
import { MoreMenu } from "#components/services/more-menu";
import { StarButton } from "#components/services/star-button";
import { ButtonLink } from "#components/ui/button-link";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { TabLinks } from "#components/ui/tab-links";
import { starServiceAction } from "#lib/services/actions";
import type { ServiceView } from "#lib/services/queries";

/** The head of every page of a service: what it is, what may be done with it, its rooms. */
export function ServiceHeader({ service, timeZone }: { service: ServiceView; timeZone: string }) {
  const address = `/services/${service.slug}`;
  return (
    <>
      <PageHeader
        breadcrumb={[{ href: "/services", label: "Services" }]}
        title={service.name}
        facts={factsOf(service)}
        lede={firstParagraph(service.description)}
        actions={<Actions service={service} />}
        tabs={
          <TabLinks
            label={service.name}
            tabs={[
              { href: address, label: "Overview" },
              { href: `${address}/documents`, label: "Documents" },
              { href: `${address}/signatures`, label: "Signatures" },
              { href: `${address}/alerts`, label: "Alerts" },
              { href: `${address}/escalation`, label: "Escalation" },
              { href: `${address}/dependencies`, label: "Dependencies" },
              { href: `${address}/coverage`, label: "Coverage" },
              { href: `${address}/history`, label: "History" },
            ]}
          />
        }
      />
      {service.retiredAt && (
        <Notice
          tone="warn"
          title="Retired."
          className="mb-6"
          action={service.permissions.canRetire && <Link href={`${address}/retire`}>Bring it back</Link>}
        >
          It left the catalog on <Instant at={service.retiredAt} timeZone={timeZone} style="day" />; its history stays.
        </Notice>
      )}
    </>
  );
}

function Actions({ service }: { service: ServiceView }) {
  const { slug, name, isStarred, permissions } = service;
  return (
    <>
      <form action={starServiceAction}>
        <StarButton service={slug} name={name} isStarred={isStarred} />
      </form>
      {permissions.canEdit && <ButtonLink href={`/services/${slug}/edit`}>Edit</ButtonLink>}
      <MoreMenu service={service} />
    </>
  );
}

function factsOf({ tier, lifecycle, customerFacing, type }: ServiceView): string {
  const facing = { true: "customer-facing", false: "internal", null: null }[`${customerFacing}`];
  return [tier && `tier ${tier}`, lifecycle, facing, type !== "service" && type].filter(Boolean).join(" · ");
}

/** The paragraphs of a description: the first is the page's lede. */
export const paragraphsOf = (description: string | null) =>
  (description ?? "")
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean);

const firstParagraph = (description: string | null) => paragraphsOf(description)[0];

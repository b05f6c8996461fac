import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { Catalog } from "#components/services/catalog";
import { CatalogTabs } from "#components/services/catalog-tabs";
import { ButtonLink } from "#components/ui/button-link";
import { can } from "#lib/auth/policy";
import { requireViewer } from "#lib/auth/viewer";
import { browseServices } from "#lib/services/browse-queries";
import { mayCreateService } from "#lib/services/permissions";

export const metadata: Metadata = { title: "Services" };

export default async function ServicesPage({ searchParams }: PageProps<"/services">) {
  const [viewer, values] = await Promise.all([requireViewer(), searchParams]);
  const catalog = await browseServices(viewer, values);
  const canCreate = mayCreateService(viewer);

  return (
    <>
      <PageHeader
        title="Services"
        lede="Everything that runs in production, and who owns it."
        actions={canCreate && <ButtonLink href="/services/new">New service</ButtonLink>}
        tabs={<CatalogTabs filter={catalog.filter} />}
      />
      <Catalog catalog={catalog} canCreate={canCreate} canImport={can(viewer, "import:run")} />
    </>
  );
}

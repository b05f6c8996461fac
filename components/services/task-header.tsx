import { PageHeader } from "#components/layout/page-header";

type TaskHeaderProps = { service: { slug: string; name: string }; title: string; lede?: string };

/** The head of a page on which one thing is done to a service. */
export function TaskHeader({ service: { slug, name }, title, lede }: TaskHeaderProps) {
  const way = [
    { href: "/services", label: "Services" },
    { href: `/services/${slug}`, label: name },
  ];
  return <PageHeader breadcrumb={way} title={title} lede={lede} />;
}

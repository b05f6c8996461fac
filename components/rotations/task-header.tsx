import type { ReactNode } from "react";
import { PageHeader } from "#components/layout/page-header";
import type { Ref } from "#lib/rotations/views";

type TaskHeaderProps = { rotation: Ref; title: ReactNode; lede?: ReactNode };

/** The head of a page on which one thing is done in a rotation. */
export function TaskHeader({ rotation: { slug, name }, title, lede }: TaskHeaderProps) {
  const way = [
    { href: "/rotations", label: "Rotations" },
    { href: `/rotations/${slug}`, label: name },
  ];
  return <PageHeader breadcrumb={way} title={title} lede={lede} />;
}

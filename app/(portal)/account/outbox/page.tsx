import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { OutboxList } from "#components/notifications/outbox-list";
import { Link } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import { requireViewer } from "#lib/auth/viewer";
import { listOutbox } from "#lib/notifications/outbox-queries";

export const metadata: Metadata = { title: "Sent to you" };

export default async function OutboxPage({ searchParams }: PageProps<"/account/outbox">) {
  const [viewer, { cursor }] = await Promise.all([requireViewer(), searchParams]);
  const { items, nextCursor } = await listOutbox(viewer, cursor);

  return (
    <>
      <PageHeader
        title="Sent to you"
        breadcrumb={[{ label: "Your account", href: "/account" }]}
        lede="Every message to you with its fate. What nothing can carry is shown here alone."
        actions={<Link href="/account/contact-methods">How you are paged</Link>}
      />
      <OutboxList messages={items} timeZone={viewer.timeZone} />
      <Pagination
        label="Parts of the outbox"
        summary={cursor ? <Link href="/account/outbox">Back to the newest</Link> : undefined}
        nextHref={nextCursor ? `/account/outbox?${new URLSearchParams({ cursor: nextCursor })}` : undefined}
      />
    </>
  );
}

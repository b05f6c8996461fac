import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header";
import { personAddress } from "#components/people/person-link";
import { ManagerList } from "#components/records/manager-list";
import { ReadList } from "#components/records/read-list";
import { ShareForm } from "#components/records/share-form";
import { ShareList } from "#components/records/share-list";
import { SharedWithYou } from "#components/records/shared-with-you";
import { findViewer, requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { findOwnRecord } from "#lib/records/queries";
import { findSharing } from "#lib/records/sharing-queries";
import { addressIn } from "../../load-person";

type Props = PageProps<"/people/[person]/record/sharing">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, address] = await Promise.all([findViewer(), addressIn(params)]);
  const isOwn = viewer && (await findOwnRecord(viewer, address, now()));
  return { title: isOwn ? "Who reads your record" : "Not found" };
}

/** Only for the person themself: whom somebody lets read, and who did, is nobody else's business. */
export default async function SharingPage({ params }: Props) {
  const [viewer, address] = await Promise.all([requireViewer(), addressIn(params)]);
  const [at, { timeZone }] = [now(), viewer];
  const person = await findOwnRecord(viewer, address, at);
  if (!person) notFound();
  const { shares, reads, managers, shared } = await findSharing(viewer);

  return (
    <>
      <PageHeader
        breadcrumb={[
          { href: personAddress(person.address), label: person.name },
          { href: personAddress(person.address, "/record"), label: "Ownership record" },
        ]}
        title="Who reads your record"
        lede="You, your managers from a day after you were told of them, and whom you choose. Nobody else: no administrator, no teammate, no token of a program. Only whoever runs the database can read everything in it."
      />
      <div className="max-w-[44rem]">
        <ManagerList managers={managers} timeZone={timeZone} now={at.toString()} />
        <ShareList shares={shares} timeZone={timeZone} />
        <ShareForm made={shares.length} />
        <ReadList reads={reads} timeZone={timeZone} />
        <SharedWithYou shared={shared} timeZone={timeZone} />
      </div>
    </>
  );
}

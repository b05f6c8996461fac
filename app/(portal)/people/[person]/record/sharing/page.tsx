import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { personAddress } from "#components/people/person-link";
import { ManagerList } from "#components/records/manager-list";
import { ReadList } from "#components/records/read-list";
import { ShareForm } from "#components/records/share-form";
import { ShareList } from "#components/records/share-list";
import { SharedWithYou } from "#components/records/shared-with-you";
import { loadSharing, sharingTitle } from "./load-sharing";

type Props = PageProps<"/people/[person]/record/sharing">;

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({ title: await sharingTitle(params) });

export default async function SharingPage({ params }: Props) {
  const { viewer, person, at, shares, reads, managers, shared } = await loadSharing(params);
  const { timeZone } = viewer;

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

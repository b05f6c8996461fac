import type { Metadata } from "next";
import { PageColumns } from "#components/layout/page-columns";
import { PersonHeader } from "#components/people/person-header";
import { Expectations } from "#components/records/expectations";
import { NoticedList } from "#components/records/noticed-list";
import { RecentReads } from "#components/records/read-list";
import { RecordFoot } from "#components/records/record-foot";
import { RecordHead } from "#components/records/record-head";
import { RecordLines } from "#components/records/record-lines";
import { SpanForm } from "#components/records/span-form";
import { WholeNote } from "#components/records/whole-note";
import { listCriteria } from "#lib/records/criteria/queries";
import { listNoticed } from "#lib/records/noticed-queries";
import { listReads } from "#lib/records/sharing-queries";
import { dayAt } from "#lib/rotations/drawing/days";
import { loadRecord, recordTitle } from "./load-record";

type Props = PageProps<"/people/[person]/record">;

export const generateMetadata = async (props: Props): Promise<Metadata> => ({ title: await recordTitle(props) });

export default async function RecordPage(props: Props) {
  const [{ viewer, record, person, at }, { edit, all }] = await Promise.all([loadRecord(props), props.searchParams]);
  const isOwn = record.right.kind === "self";
  const [levels, reads, noticed] = await Promise.all([
    listCriteria(viewer),
    isOwn ? listReads(viewer) : [],
    isOwn ? listNoticed(viewer) : [],
  ]);
  const shown = { record, levels, edited: typeof edit === "string" ? edit : undefined };

  return (
    <>
      <PersonHeader person={person} room="record" hasRecord timeZone={viewer.timeZone} now={at.toString()} />
      <RecordHead record={record} />
      <SpanForm record={record} today={`${dayAt(at, viewer.timeZone)}`} />
      <PageColumns
        aside={
          <>
            <Expectations record={record} levels={levels} />
            {isOwn && <RecentReads reads={reads} address={person.address} timeZone={viewer.timeZone} />}
            <NoticedList noticed={noticed} timeZone={viewer.timeZone} />
          </>
        }
      >
        <WholeNote {...shown} />
        <RecordLines {...shown} whole={typeof all === "string" ? all : undefined} />
        <RecordFoot record={record} />
      </PageColumns>
    </>
  );
}

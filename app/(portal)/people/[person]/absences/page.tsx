import { notFound } from "next/navigation";
import { AbsenceForm } from "#components/people/absence-form";
import { AbsenceList } from "#components/people/absence-list";
import { PersonHeader } from "#components/people/person-header";
import { ReasonList } from "#components/rotations/reason-list";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { findAbsences } from "#lib/people/absence-queries";
import { listOwnReasons } from "#lib/rotations/standing-in/reason-queries";
import { loadPerson, personMetadata } from "../load-person";

type Props = PageProps<"/people/[person]/absences">;

export const generateMetadata = ({ params }: Props) => personMetadata(params, "Absences");

export default async function AbsencesPage({ params }: Props) {
  const [{ viewer, person, hasRecord }, at] = [await loadPerson(params, "/absences"), now()];
  const [view, reasons] = await Promise.all([
    findAbsences(viewer, person, at),
    person.permissions.isSelf ? listOwnReasons(viewer) : [],
  ]);
  if (!view) notFound();
  const timeZone = person.timeZone ?? viewer.timeZone;
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate().toString();

  return (
    <>
      <PersonHeader
        person={person}
        hasRecord={hasRecord}
        room="absences"
        timeZone={viewer.timeZone}
        now={at.toString()}
      />
      <div className="max-w-[40rem]">
        <Section title="Away">
          <AbsenceList view={view} name={person.name} timeZone={timeZone} />
        </Section>
        {view.canEdit && !person.deactivatedAt && (
          <Section title={view.isSelf ? "You will be away" : `${person.name} will be away`}>
            <div className="border-t pt-4">
              <AbsenceForm
                person={person}
                isSelf={view.isSelf}
                timeZone={timeZone}
                today={today}
                made={view.absences.length}
              />
            </div>
          </Section>
        )}
        {view.isSelf && <ReasonList reasons={reasons} timeZone={timeZone} />}
      </div>
    </>
  );
}

import { EmptyState } from "#components/layout/empty-state";
import { awayText } from "#components/people/away-text";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { eraseAbsenceReasonAction, removeAbsenceAction } from "#lib/people/absence-actions";
import type { AbsencesView } from "#lib/people/absence-queries";

type AbsenceListProps = { view: AbsencesView; name: string; timeZone: string };

/** When somebody is away. One form holds the list, so that its answer outlives the line it is about. */
export function AbsenceList({ view: { absences, canEdit, isSelf }, name, timeZone }: AbsenceListProps) {
  return (
    <>
      {isSelf && (
        <Form id="erase-absence-reason" action={eraseAbsenceReasonAction} className="gap-0!">
          {null}
        </Form>
      )}
      <Form action={removeAbsenceAction} className="gap-3!">
        {absences.length === 0 ? (
          <EmptyState title={`${isSelf ? "You are" : `${name} is`} not away`}>
            {canEdit && "Note a holiday or a course as soon as it is known: the roster says where a watch meets it."}
          </EmptyState>
        ) : (
          <ul className="rows border-b">
            {absences.map((absence) => (
              <li key={absence.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
                <div className="min-w-0">
                  <b className="font-semibold">{awayText(absence, timeZone)}</b>
                  {absence.reason && <p className="text-ink-soft">“{absence.reason}”</p>}
                </div>
                <div className="-ml-2.5 flex flex-wrap gap-1">
                  {absence.reason && isSelf && (
                    <Button
                      type="submit"
                      form="erase-absence-reason"
                      name="absence"
                      value={absence.id}
                      size="small"
                      variant="quiet"
                    >
                      Erase the reason
                    </Button>
                  )}
                  {canEdit && (
                    <Button type="submit" name="absence" value={absence.id} size="small" variant="quiet">
                      <span>
                        Take off<span className="sr-only">: {awayText(absence, timeZone)}</span>
                      </span>
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Form>
    </>
  );
}

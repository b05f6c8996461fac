import { EmptyState } from "#components/layout/empty-state";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { instantText } from "#components/ui/instant-text";
import { eraseAbsenceReasonAction, removeAbsenceAction } from "#lib/people/absence-actions";
import type { AbsencesView, AbsenceView } from "#lib/people/absence-queries";

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

/** Whole days by their names, anything else with its times. */
export function awayText({ from, to }: Pick<AbsenceView, "from" | "to">, timeZone: string): string {
  const isWhole = [from, to].every((at) => instantText(at, timeZone, "time") === "00:00");
  if (!isWhole) return `${instantText(from, timeZone, "full")} – ${instantText(to, timeZone, "full")}`;
  const lastMoment = new Date(Date.parse(to) - 60_000).toISOString();
  const [first, last] = [instantText(from, timeZone, "day"), instantText(lastMoment, timeZone, "day")];
  return first === last ? first : `${first} – ${last}`;
}

import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Form } from "#components/ui/form";
import { linkCriterionAction, unlinkCriterionAction } from "#lib/records/criteria/actions";
import type { LevelView } from "#lib/records/criteria/queries";
import type { RecordOfDays } from "#lib/records/queries";
import type { RecordLine } from "#lib/records/views";

type LinkEditorProps = { line: RecordLine; record: RecordOfDays; levels: readonly LevelView[]; back: string };

/** Points out which expectations of the organisation a line speaks to, and takes that back. */
export function LinkEditor({ line, record: { person, links, canNote }, levels, back }: LinkEditorProps) {
  const linked = links.filter((link) => link.line === line.key).map(({ criterion }) => criterion.id);
  const names = (
    <>
      <input type="hidden" name="person" value={person.address} />
      <input type="hidden" name="line" value={line.key} />
    </>
  );
  return (
    <div className="mt-3 grid gap-3 border-l-2 pl-3">
      {levels.length === 0 ? (
        <p className="text-ink-faint text-small">
          Your organisation has not written down what it expects of whom. Once it has, a line can be pointed out for it.
        </p>
      ) : (
        <>
          <Form id="unlink-criterion" action={unlinkCriterionAction} className="gap-0!">
            {names}
          </Form>
          <Form action={linkCriterionAction} className="gap-3!">
            {names}
            {levels.map(({ level, criteria }) => (
              <fieldset key={level} className="min-w-0">
                <legend className="text-ink-faint text-small">What this line speaks to: {level}</legend>
                <ul className="rows">
                  {criteria.map(({ id, text }) => (
                    <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-1.5">
                      <span className="wrap-anywhere min-w-0 flex-1 basis-60">{text}</span>
                      <Button
                        type="submit"
                        name="criterion"
                        value={id}
                        size="small"
                        variant={linked.includes(id) ? "quiet" : "plain"}
                        form={linked.includes(id) ? "unlink-criterion" : undefined}
                      >
                        <span>
                          {linked.includes(id) ? "Take back" : "Speaks to it"}
                          <span className="sr-only">: {text}</span>
                        </span>
                      </Button>
                    </li>
                  ))}
                </ul>
              </fieldset>
            ))}
          </Form>
        </>
      )}
      {!canNote && (
        <div>
          <ButtonLink href={back} variant="quiet" size="small">
            Done
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
